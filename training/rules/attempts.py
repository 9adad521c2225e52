"""Trying a test: how often, how long, and with which help, which holds for every attempt, on screen and on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

# The help that a learner may need, as the page and the paper name it.
ADJUSTMENTS = {
    "extra_time": "Extra time",
    "no_limit": "No time limit",
    "read_aloud": "Somebody reads the questions aloud",
    "large_print": "Large print",
    "coloured_paper": "Coloured paper",
    "scribe": "Somebody writes the answers down for them",
    "breaks": "Breaks whenever they like",
}
EXTRA = 1.5
# Leaving a page open over lunch is no attempt: only from here on is a limit late.
GRACE = timedelta(minutes=2)


@dataclass(frozen=True)
class Terms:
    """How a module's test is taken. `most` None: as often as they like. `minutes` None: no hurry."""

    pass_mark: int = 70
    most: int | None = None
    minutes: int | None = None
    wait: timedelta = timedelta(0)


def minutes_for(terms: Terms, adjustments: Iterable[str]) -> int | None:
    """How long this learner has; None where there is no limit."""
    held = set(adjustments)
    if terms.minutes is None or held & {"no_limit", "breaks"}:
        return None
    return round(terms.minutes * EXTRA) if held & {"extra_time", "read_aloud", "scribe"} else terms.minutes


def why_not_begin(*, terms: Terms, finished: list[datetime], passed: bool, open_one: bool, at: datetime) -> list[str]:
    """`finished` are the times at which earlier attempts were handed in."""
    if passed:
        return ["You have passed this test already."]
    if open_one:
        return ["You have begun this test. Go on with it: what you answered is still there."]
    if terms.most is not None and len(finished) >= terms.most:
        return ["You have used every try. Talk to whoever leads your course: they can give you another."]
    if finished and at < max(finished) + terms.wait:
        return ["Take a break first, and look at the lessons again."]
    return []


def is_late(*, terms: Terms, adjustments: Iterable[str], begun: datetime, handed_in: datetime) -> bool:
    """Late answers are kept and shown to whoever leads the course; nobody fails without a person deciding it."""
    minutes = minutes_for(terms, adjustments)
    return minutes is not None and handed_in > begun + timedelta(minutes=minutes) + GRACE


def passed(*, terms: Terms, score: int) -> bool:
    return score >= terms.pass_mark


def together(*chosen: Iterable[str]) -> list[str]:
    """All the help of several lists, each once: nobody loses any because it was written down in two places."""
    return list(dict.fromkeys(name for some in chosen for name in some))


def why_not_adjust(chosen: Iterable[str]) -> list[str]:
    strange = [name for name in chosen if name not in ADJUSTMENTS]
    return ["Choose the help from the list."] if strange else []
