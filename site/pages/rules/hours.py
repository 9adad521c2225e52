"""When a line is open, as editors type it and as readers read it. Plain text, so that it fits a file and a form.

"always"                                any hour of any day
"Mon-Fri 09:30-18:00; Sat 10:00-16:00"  spans, each with its days
""                                      nobody has told us
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], str]
ALWAYS = "always"
NOT_KNOWN = "We do not know the hours yet."
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPAN = re.compile(r"(?P<first>[A-Z][a-z]{2})(?:-(?P<last>[A-Z][a-z]{2}))? (?P<opens>[\d:]{5})-(?P<closes>[\d:]{5})")
TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
HOW = "Write it like this: Mon-Fri 09:30-18:00; Sat 10:00-16:00. Or write: always."
HOLIDAYS = {"open": "Open on bank holidays too.", "closed": "Closed on bank holidays.", "unknown": ""}


class Unreadable(ValueError):
    """The text is no opening hours. The message says how to write them."""


@dataclass(frozen=True, slots=True)
class Span:
    """Open from the day `first` to the day `last` (0 is Monday), between two times of day ("09:30")."""

    first: int
    last: int
    opens: str
    closes: str


def parse(text: str) -> list[Span]:
    """The spans of a text; none for "always" and for "". Raises Unreadable."""
    text = " ".join(text.split())
    if text in {"", ALWAYS}:
        return []
    return [_span(piece) for piece in text.rstrip(";").split(";")]


def _span(piece: str) -> Span:
    found = SPAN.fullmatch(piece.strip())
    if not found or not all(TIME.fullmatch(found[name]) for name in ("opens", "closes")):
        raise Unreadable(HOW)
    first, last = found["first"], found["last"] or found["first"]
    if first not in DAYS or last not in DAYS or DAYS.index(last) < DAYS.index(first):
        raise Unreadable(HOW)
    if found["closes"] <= found["opens"]:
        raise Unreadable("It closes before it opens. For a line that is open past midnight, write two spans.")
    return Span(DAYS.index(first), DAYS.index(last), found["opens"], found["closes"])


def in_words(text: str, *, holidays: str = "unknown", say: Say = str) -> str:
    """A sentence or more for readers, in the words that `say` gives for ours. What cannot be read is shown as typed."""
    text = " ".join(text.split())
    if text == ALWAYS:
        return say("Any time, day or night, every day of the year.")
    if not text:
        return say(NOT_KNOWN)
    try:
        told = ". ".join(_told(span, say) for span in parse(text))
    except Unreadable:
        return text
    closed = HOLIDAYS.get(holidays, "")
    return f"{told}. {say(closed) if closed else ''}".strip()


def _told(span: Span, say: Say) -> str:
    if (span.first, span.last) == (0, 6):
        days = say("Every day")
    elif span.first == span.last:
        days = say(NAMES[span.first])
    else:
        both = say("{first} and {last}") if span.last == span.first + 1 else say("{first} to {last}")
        days = both.format(first=say(NAMES[span.first]), last=say(NAMES[span.last]))
    return say("{days}, {opens} to {closes}").format(
        days=days, opens=clock(span.opens, say), closes=clock(span.closes, say)
    )


def clock(time: str, say: Say) -> str:
    """`09:30` as people say it: `9.30am`."""
    if time in {"00:00", "24:00"}:
        return say("midnight")
    if time == "12:00":
        return say("noon")
    hour, minute = int(time[:2]), time[3:]
    said = f"{(hour - 1) % 12 + 1}" + (f".{minute}" if minute != "00" else "")
    return (say("{time}am") if hour < 12 else say("{time}pm")).format(time=said)
