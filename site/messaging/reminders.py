"""The shape of a reminder, and the place where apps declare theirs in a `reminders.py` of their own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.utils.module_loading import autodiscover_modules

from messaging.addresses import Address

Record = TypeVar("Record")


@dataclass(frozen=True)
class Reminder(Generic[Record]):
    """Something that people are told when it is due.

    `key` names it: `mentoring.match.waiting`. `due(at)` gives the records it is due for, `to(record)` the addresses,
    `template` the words (`messages/<app>/<name>.txt`), and `once(record)` what makes it one message and not two: the
    same record and the same answer are never spoken of twice.
    """

    key: str
    due: Callable[[datetime], Iterable[Record]]
    to: Callable[[Record], Iterable[Address]]
    template: str
    once: Callable[[Record], str]


_registry: dict[str, Reminder[Any]] = {}


def declare(reminder: Reminder[Record]) -> Reminder[Record]:
    """Add a reminder. Two of one name are a mistake; the very same one again (a reload) is not."""
    if _registry.get(reminder.key, reminder) != reminder:
        raise ValueError(f"two reminders are called {reminder.key}")
    _registry[reminder.key] = reminder
    return reminder


def declared() -> list[Reminder[Any]]:
    return list(_registry.values())


def autodiscover() -> None:
    autodiscover_modules("reminders")
