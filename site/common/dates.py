"""Days and times as people say them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local_day(at: datetime) -> date:
    """The day it is in London at the moment `at` (aware)."""
    return at.astimezone(LONDON).date()


def age_on(day: date, *, born: date) -> int:
    """Full years. A person attains an age at the start of the birthday (Family Law Reform Act 1969, section 9)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
