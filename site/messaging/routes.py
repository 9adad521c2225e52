"""How somebody is reached now: by text, by email, through a person, or not at all. Upper floors declare it by record.

    declare("people.person", routes_of_people)

A route is only a plan: the gates ask again as a text is sent.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from messaging.pointers import Pointer


class Channel(StrEnum):
    TEXT = "text"
    EMAIL = "email"
    HAND = "hand"  # neither can go: somebody tells them, or hands them a letter
    NONE = "none"  # they would rather not be reminded


@dataclass(frozen=True, slots=True)
class Route:
    """`place` is a number or an address, `name` what they like to be called; `why` says why it goes by hand."""

    channel: Channel
    place: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    language: str = "en"
    why: str = ""


Resolve = Callable[[Collection[str], str], Mapping[str, Route]]
NOWHERE = Route(Channel.NONE)
_registry: dict[str, Resolve] = {}


def declare(record_type: str, resolve: Resolve) -> None:
    """`resolve(refs, kind)` gives the route of each ref, for one kind of reminder, in a few queries."""
    if _registry.get(record_type, resolve) != resolve:
        raise ValueError(f"two ways are declared to reach {record_type}")
    _registry[record_type] = resolve


def routes(recipients: Iterable[Pointer], *, kind: str) -> dict[Pointer, Route]:
    """The route of each; a record that nobody declares, or that is gone, is reached by none."""
    by_type: dict[str, set[str]] = {}
    for one in recipients:
        by_type.setdefault(one.type, set()).add(one.ref)
    found: dict[Pointer, Route] = {}
    for record_type, refs in by_type.items():
        resolve = _registry.get(record_type)
        known = resolve(sorted(refs), kind) if resolve else {}
        found |= {Pointer(record_type, ref): known.get(ref, NOWHERE) for ref in refs}
    return found
