"""Asking how somebody is after reading: when, and how. Plain Python. The times are the programme’s own."""

from calendar import isleap
from datetime import date, datetime, time, timedelta

from common.dates import LONDON, local_day

AFTER = {
    "24h": timedelta(hours=24),
    "72h": timedelta(hours=72),
    "2w": timedelta(weeks=2),
    "6w": timedelta(weeks=6),
}
MORNING = time(10, tzinfo=LONDON)


def moments(*, ended: datetime, chosen: date | None) -> dict[str, datetime]:
    """By kind, when each is due. `chosen`: a day they picked, such as a birthday; once gone by, it is next year’s."""
    due = {kind: ended + wait for kind, wait in AFTER.items()}
    if chosen is not None:
        due["chosen"] = datetime.combine(_next(chosen, local_day(ended)), MORNING)
    return due


def _next(chosen: date, after: date) -> date:
    if chosen > after:
        return chosen
    this_year = _in_year(chosen, after.year)
    return this_year if this_year > after else _in_year(chosen, after.year + 1)


def _in_year(day: date, year: int) -> date:
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) and not isleap(year) else day.replace(year=year)


def why_not_record(*, kind: str, how: str, in_custody: bool, on: date, read_on: date | None, today: date) -> list[str]:
    """The first one is face to face in a prison: nobody there can ring, and a letter comes too late."""
    reasons = []
    if on > today:
        reasons.append("That day has not come yet.")
    if read_on is not None and on < read_on:
        reasons.append("That is before they read. Check the day.")
    if kind == "24h" and in_custody and how not in ("in_person", "on_site"):
        reasons.append("In prison somebody sees them within a day: you, or somebody on site for us.")
    return reasons
