"""On which days something happens that happens again and again, and at which moment. Plain Python.

A repeat keeps the time on the wall: ten o’clock in January is ten o’clock in July. Bank holidays are not skipped, since
a prison’s visits may go on: they are shown, and people decide.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from common.dates import LONDON

# Half a year of weeks: enough to plan by, few enough to call off.
MOST_AHEAD = 26
LONGEST = timedelta(days=366)
WEEK = timedelta(days=7)


class Every(StrEnum):
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"


def moment(day: date, wall: time) -> datetime:
    """The moment, in UTC, at which London’s clocks show `wall` on `day`.

    A time that the clocks pass twice (in October) is the first of the two; one that they leave out (in March) is an
    hour later on the clock.
    """
    return datetime.combine(day, wall, LONDON).astimezone(UTC)


def days(*, first: date, every: str, until: date) -> Iterator[date]:
    """Every day from `first` to `until`, both included. A month means the same weekday: the second Tuesday, or the
    last where the first was the fifth.
    """
    day, month = first, 0
    while day <= until:
        yield day
        month += 1
        day = _months_later(first, month) if every == Every.MONTH else first + WEEK * _weeks(every) * month


def _weeks(every: str) -> int:
    return 2 if every == Every.TWO_WEEKS else 1


def _months_later(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    nth = (first.day - 1) // 7 + 1
    length = monthrange(year, month + 1)[1]
    start = date(year, month + 1, 1)
    day = 1 + (first.weekday() - start.weekday()) % 7 + 7 * (nth - 1)
    return date(year, month + 1, day if day <= length else day - 7)


def slots(*, first: date, every: str, until: date, today: date) -> list[date]:
    """The next days for which a meeting should stand: from today on, and not more than MOST_AHEAD."""
    ahead = (day for day in days(first=first, every=every, until=until) if day >= today)
    return list(islice(ahead, MOST_AHEAD))


def why_not_repeat(*, first: date, until: date, today: date) -> list[str]:
    reasons = []
    if first < today:
        reasons.append("The first day has passed. Choose today or later.")
    if until < first:
        reasons.append("The last day cannot be before the first.")
    if until - first > LONGEST:
        reasons.append("Plan a year ahead at most. You can make it longer when that is nearly over.")
    return reasons
