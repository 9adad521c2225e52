"""Which pages want looking at again, and whom to ask. Plain Python over plain values."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from law import working_days
from pages.rules.guides import STALE_AFTER

SOON = timedelta(days=30)  # so long before it is due, it is on the list
STAND_IN_AFTER = 30  # days: from then on whoever stands in is asked, too
TOLD_WITHIN = 3  # working days: a worker that slept on the first of them still tells


class State(StrEnum):
    NEVER = "never"
    LATE = "late"
    SOON = "soon"
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Ageing:
    """`due_on` is the last day on which it is in time; None where nobody ever checked it. `days_over` counts on."""

    state: State
    due_on: date | None = None
    days_over: int = 0

    @property
    def wants_checking(self) -> bool:
        return self.state in {State.NEVER, State.LATE}


def ageing(*, checked_on: date | None, review_by: date | None, today: date) -> Ageing:
    """As readers are told (rules/guides.py): past its own review date, or a year after the last check."""
    if checked_on is None:
        return Ageing(State.NEVER)
    year = checked_on + timedelta(days=STALE_AFTER)
    due_on = min(review_by, year) if review_by else year
    if today > due_on:
        return Ageing(State.LATE, due_on, (today - due_on).days)
    return Ageing(State.SOON if due_on - today <= SOON else State.FRESH, due_on)


def asked(*, keeper: int | None, stand_in: int | None, may: Container[int], days_over: int) -> list[int]:
    """Whom to ask to check it: its keeper, and who stands in once it has waited long or the keeper has left. Nobody
    where both have left, or there are none: then it is for whoever runs the programme.
    """
    first = [keeper] if keeper is not None and keeper in may else []
    if (not first or days_over > STAND_IN_AFTER) and stand_in is not None and stand_in in may:
        first.append(stand_in)
    return list(dict.fromkeys(first))


def is_day_to_tell(day: date) -> bool:
    """One of the first working days of the month."""
    before = day.replace(day=1) - timedelta(days=1)
    return working_days.is_working_day(day) and working_days.between(before, day) <= TOLD_WITHIN
