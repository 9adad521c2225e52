"""Who takes what came by a public form, and what taking it leads to. Upper floors declare it; this floor asks.

declare(Taker("ask", may=can_decide_referrals, begin="mentoring:hand_overs-refer", …))    one for each kind
on_harm("mentoring.concern", act)    act(heard): in the transaction in which somebody sent what may mean danger
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from accounts.roles import Role

Paper = Callable[[bool, date], bytes]


@dataclass(frozen=True)
class Taker:
    """`begin` is the name of the page that makes a record of it and takes its ref; `button` leads there. `paper` makes
    the form on paper (large print or not, of which day), where the taker has sheets of its own.
    """

    kind: str
    may: Callable[[Any], bool]
    begin: str
    button: str
    paper: Paper | None = None


@dataclass(frozen=True)
class Heard:
    """`words` are all that was sent. `key` is the same however often it is sent."""

    about: str
    key: str
    at: datetime
    words: str = field(repr=False)


OnHarm = Callable[[Heard], None]
_takers: dict[str, Taker] = {}
_on_harm: dict[str, OnHarm] = {}


class NobodyListens(RuntimeError):
    """Somebody may be in danger, and no upper floor would hear of it: then nothing is kept as if all were well."""


def declare(taker: Taker) -> None:
    _put(_takers, taker.kind, taker)


def on_harm(name: str, act: OnHarm) -> None:
    _put(_on_harm, name, act)


def _put(registry: dict[str, Any], name: str, one: Any) -> None:
    if registry.get(name, one) != one:
        raise ValueError(f"two are called {name}")
    registry[name] = one


def taker_of(kind: str) -> Taker | None:
    return _takers.get(kind)


def kinds_of(user: Any) -> list[str]:
    """The kinds that somebody may take. Programme managers may take each: they answer for all of them."""
    if not user.is_authenticated:
        return []
    every = user.has_role(Role.PROGRAMME_MANAGER)
    return [kind for kind, taker in _takers.items() if every or taker.may(user)]


def tell_of_harm(heard: Heard) -> None:
    if not _on_harm:
        raise NobodyListens
    for act in _on_harm.values():
        act(heard)
