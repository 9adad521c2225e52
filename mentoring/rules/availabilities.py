"""When a mentor has time on a day, in plain Python."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
PARTS = {"morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}
SLOTS = frozenset(f"{day}_{part}" for day in DAYS for part in PARTS)
FURTHEST = timedelta(days=366)

Days = tuple[date, date]


def parts_on(
    day: date, *, pattern: Collection[str], different: Sequence[str] | None, away: Iterable[Days]
) -> list[str]:
    """The parts of the day that are free, in order. A leave wins over a different day, and that over the week."""
    if any(first <= day <= last for first, last in away):
        return []
    if different is not None:
        return [part for part in PARTS if part in different]
    weekday = list(DAYS)[day.weekday()]
    return [part for part in PARTS if f"{weekday}_{part}" in pattern]


def why_not_day(*, day: date, today: date) -> list[str]:
    if day < today:
        return ["That day has passed."]
    if day - today > FURTHEST:
        return ["That is more than a year away."]
    return []


def in_words(pattern: Collection[str]) -> list[tuple[str, str]]:
    """Rows (day, its parts) for the days that have any."""
    rows = []
    for day, name in DAYS.items():
        parts = [words.lower() for part, words in PARTS.items() if f"{day}_{part}" in pattern]
        if parts:
            rows.append((name, ", ".join(parts)))
    return rows
