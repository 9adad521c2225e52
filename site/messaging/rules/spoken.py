"""Days and times as a text says them, in English and Welsh: short, in plain letters, and right whenever it is read."""

from datetime import date, datetime

from common.dates import LONDON

WELSH_DAYS = "Llun Mawrth Mercher Iau Gwener Sadwrn Sul".split()
WELSH_MONTHS = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
NOON = 12


def day(on: date, language: str) -> str:
    """“Thursday 3 December”, “dydd Iau 3 Rhagfyr”: never “tomorrow”, which is wrong when it is read a day late."""
    if language == "cy":
        return f"dydd {WELSH_DAYS[on.weekday()]} {on.day} {WELSH_MONTHS[on.month - 1]}"
    return f"{on:%A} {on.day} {on:%B}"


def clock(at: datetime) -> str:
    """“2pm”, “10.30am”, on the wall in London."""
    local = at.astimezone(LONDON)
    minutes = f".{local.minute:02}" if local.minute else ""
    return f"{local.hour % NOON or NOON}{minutes}{'am' if local.hour < NOON else 'pm'}"


def spoken(value: str | date | datetime, language: str) -> str:
    """A value as it stands in a text: a moment is a time on the clock, a date is a day, words stay as they are."""
    if isinstance(value, datetime):
        return clock(value)
    return day(value, language) if isinstance(value, date) else value
