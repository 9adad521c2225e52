"""What upper floors want to hear of, or know better: they declare it; this floor calls.

on_harm("mentoring.concern", act)      act(heard): in the transaction in which somebody wrote what may mean danger
on_learner("mentoring.mentor", act)    act(learner): in the transaction in which somebody with a login began to learn
known_as("mentoring.mentor", find)     find(login): the learner whom an upper floor knows already, who now has a login
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from training.models import Learner


@dataclass(frozen=True)
class Heard:
    """`words` are all that was written, `where` says in which module. `key` is the same however often it is sent."""

    learner: Learner
    where: str
    key: str
    by: Any
    at: datetime
    words: str = field(repr=False)


OnHarm = Callable[[Heard], None]
OnLearner = Callable[[Learner], None]
KnownAs = Callable[[Any], Learner | None]

_on_harm: dict[str, OnHarm] = {}
_on_learner: dict[str, OnLearner] = {}
_known_as: dict[str, KnownAs] = {}


class NobodyListens(RuntimeError):
    """Somebody may be in danger, and no upper floor would hear of it: then nothing is kept as if all were well."""


def on_harm(name: str, act: OnHarm) -> None:
    _declare(_on_harm, name, act)


def on_learner(name: str, act: OnLearner) -> None:
    _declare(_on_learner, name, act)


def known_as(name: str, find: KnownAs) -> None:
    _declare(_known_as, name, find)


def _declare(registry: dict[str, Any], name: str, act: Any) -> None:
    if registry.get(name, act) != act:
        raise ValueError(f"two listeners are called {name}")
    registry[name] = act


def tell_of_harm(heard: Heard) -> None:
    if not _on_harm:
        raise NobodyListens
    for act in _on_harm.values():
        act(heard)


def tell_of_learner(learner: Learner) -> None:
    for act in _on_learner.values():
        act(learner)


def learner_known_as(login: Any) -> Learner | None:
    return next((found for find in _known_as.values() if (found := find(login))), None)
