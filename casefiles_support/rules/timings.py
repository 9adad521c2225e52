"""What is left of a request when it has been deleted: quarters, so that nobody is found by when they asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Left:
    year: int
    quarter: int
    days_taken: int | None
    days_late: int


def quarter_of(day: date) -> int:
    return (day.month + 2) // 3


def left_of(*, received: date, answered: date | None, due: date | None, late: bool, on: date) -> Left:
    """`late` as the clock says it: never on a day that is only assumed."""
    ended = answered or on
    over = (ended - due).days if late and due is not None else 0
    return Left(received.year, quarter_of(received), (answered - received).days if answered else None, max(over, 0))


def pages_by_category(items: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for category, pages in items:
        found[category] = found.get(category, 0) + pages
    return found
