"""Days and times as people say them."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = "January February March April May June July August September October November December".split()


def local_day(at: datetime) -> date:
    """The day it is in London at the moment `at` (aware)."""
    return at.astimezone(LONDON).date()


def age_on(day: date, *, born: date) -> int:
    """Full years. A person attains an age at the start of the birthday (Family Law Reform Act 1969, section 9)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def in_full(day: date, say: Callable[[str], str] = str) -> str:
    """`20 November 2026`; `say` gives the month in the reader's language."""
    return f"{day.day} {say(MONTHS[day.month - 1])} {day.year}"
