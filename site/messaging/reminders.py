"""What people are reminded of. Apps declare theirs in a `reminders.py` of their own; this floor plans and sends them.

declare(Reminder(
    key="mentoring.session.tomorrow", title="We meet tomorrow", who="The person", when="The day before, same time",
    phrase="mentoring.session_tomorrow", occasions=meetings_ahead, by_hand=slip_for_the_wing,
))
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """One thing to remind one person of.

    `subject` and `recipient` are records or Pointers; `version` says which state of the subject this is about,
    and `slot` tells two occasions of one subject apart. `values` are those of the phrase; a date is said as a day and a
    moment as a time on the clock, in the language of whoever reads it. `name` is not among them: that is whatever they
    like to be called. It goes from `send_after`, and not after `send_before` (two hours before `starts`).
    """

    subject: Any
    recipient: Any
    send_after: datetime
    values: Mapping[str, str | date | datetime] = field(default_factory=dict, repr=False)
    slot: str = "once"
    version: int = 0
    starts: datetime | None = None
    send_before: datetime | None = None


ByHand = Callable[[Occasion, str, datetime], None]


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """`occasions(since, until)` gives those whose time lies in between; many of one kind in a few queries.

    `by_hand(occasion, why, at)` is called, in a transaction, where neither text nor email can go: it raises a task, or
    prints a slip, once for each occasion however often it is called. `title`, `who` and `when` are for the list that
    people read. What may not be switched off concerns somebody's safety or their right to work.
    """

    key: str
    title: str
    who: str
    when: str
    phrase: str
    occasions: Callable[[datetime, datetime], Iterable[Occasion]]
    by_hand: ByHand | None = None
    may_switch_off: bool = True


_registry: dict[str, Reminder] = {}


def declare(reminder: Reminder) -> Reminder:
    """Add a reminder. Two of one name are a mistake; the very same one again (a reload) is not."""
    if _registry.get(reminder.key, reminder) != reminder:
        raise ValueError(f"two reminders are called {reminder.key}")
    _registry[reminder.key] = reminder
    return reminder


def declared() -> list[Reminder]:
    """By title, as the list shows them."""
    return sorted(_registry.values(), key=lambda one: (one.title, one.key))


def known(key: str) -> Reminder:
    """One that nobody declares raises KeyError."""
    return _registry[key]


def autodiscover() -> None:
    autodiscover_modules("reminders")
