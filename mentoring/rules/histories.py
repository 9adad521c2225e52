"""Whether a match or a session from another system may come in as history. Reasons, never booleans; days are London's.

History opens no gate: what ended comes in as ended, and what still goes on comes in as a suggestion, so that both are
asked and everything is checked before the two walk together here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from common.dates import LONDON, local_day
from mentoring.rules.sessions import LONGEST_MINUTES

GOING, ENDED = "going", "ended"
WORDS = {
    GOING: (GOING, "active", "open", "current", "paused"),
    ENDED: (ENDED, "closed", "finished", "completed"),
}
NO_PERSON = "person_key names nobody who came in from this system. Bring the people in first."
NO_MENTOR = "mentor_key names no mentor who came in from this system. Bring the mentors in first."
NO_MATCH = "match_key names no match that came in from this system. Bring the matches in first."
OPEN_NOW = "These two are already matched, or suggested for each other."


@dataclass(frozen=True)
class Span:
    """The days of a match, both included. Without a last day it has not ended; without a first it never began."""

    first: date | None
    last: date | None

    def shares_a_day_with(self, other: "Span") -> bool:
        if self.first is None or other.first is None:
            return False
        return self.first <= (other.last or date.max) and other.first <= (self.last or date.max)


def in_london(day: date, wall: time, offset: timedelta | None = None) -> datetime:
    """The aware moment; raises ValueError with the end of a sentence.

    A time that the clocks left out in March was on no clock, and one that they showed twice in October says which of
    the two by its `offset` from UTC. Neither is guessed.
    """
    first, second = (datetime.combine(day, wall.replace(fold=fold), LONDON) for fold in (0, 1))
    ways = {first.utcoffset(), second.utcoffset()}
    if len(ways) > 1 and first.utcoffset() == timedelta(0):
        raise ValueError("was on no clock: the clocks went forward in that hour.")
    if offset is None and len(ways) > 1:
        raise ValueError("came twice that night: the clocks went back. Add +01:00 for the first time, +00:00 after it.")
    if offset is not None and offset not in ways:
        raise ValueError("has an offset that London’s clocks did not have.")
    return first if offset in (None, first.utcoffset()) else second


def status(written: str) -> str:
    """Whether a match goes on or has ended, in one word; raises ValueError with the end of a sentence."""
    for word, others in WORDS.items():
        if written.casefold() in others:
            return word
    raise ValueError(f"must be one of: {', '.join(WORDS)}.")


def why_not_these_days(*, going: bool, span: Span, today: date) -> list[str]:
    """What is wrong with the days of a match in themselves."""
    reasons = []
    if going and span.last is not None:
        reasons.append("A match that goes on has no ended_on.")
    if not going and span.last is None:
        reasons.append("A match that has ended needs ended_on.")
    if span.first and span.last and span.last < span.first:
        reasons.append("ended_on comes before started_on.")
    if any(day and day > today for day in (span.first, span.last)):
        reasons.append("A match from another system cannot begin or end in the future.")
    return reasons


def why_not_beside(*, going: bool, span: Span, others: Iterable[Span]) -> list[str]:
    """What is wrong with it beside the other matches of the same two people."""
    others = list(others)
    if going and any(other.last is None for other in others):
        return [OPEN_NOW]
    if any(span.shares_a_day_with(other) for other in others):
        return ["These two were already matched on some of these days."]
    return []


def why_not_session(
    *, started: datetime, minutes: int | None, happened: bool, cause: str, span: Span, now: datetime
) -> list[str]:
    """Reasons against a session of a match whose days are `span`. However long ago it was is no reason."""
    day, reasons = local_day(started), []
    if started > now:
        reasons.append("A session from another system cannot be in the future.")
    if span.first is None or day < span.first or (span.last is not None and day > span.last):
        reasons.append("The match had not begun by that day, or was over.")
    if happened and not minutes:
        reasons.append("minutes is empty: say how long they were together.")
    if happened and cause:
        reasons.append("A session that happened has no cause.")
    if not happened and not cause:
        reasons.append("cause is empty: say why it did not happen, or not_known.")
    if minutes and minutes > LONGEST_MINUTES:
        reasons.append(f"A session can be up to {LONGEST_MINUTES // 60} hours long.")
    return reasons
