"""How much a page's facts can still be trusted. A page that nobody looks at again says so itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from common.dates import in_full

STALE_AFTER = 365  # days without a check, whatever the page's own review date says

CHECKED = "We checked this page on {day}."
LONG_AGO = "That is {months} months ago, so parts of it may have changed. Ask before you rely on it."
OLD = "This page may be out of date"
UNREAD_LAW = "We wrote this page from what we know of the law. Nobody whose work the law is has read it yet."


class Age(StrEnum):
    UNREAD = "unread"
    UNCHECKED = "unchecked"
    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Freshness:
    """`age` chooses the look; `sentence` is what the reader is told, and `warning` the heading above it."""

    age: Age
    sentence: str
    warning: str = ""

    @property
    def is_warning(self) -> bool:
        return self.age in {Age.UNREAD, Age.DUE, Age.STALE}


def freshness(
    *,
    checked_on: date | None,
    review_by: date | None,
    today: date,
    awaits_reading: bool = False,
    checked: str = CHECKED,
    say: Callable[[str], str] = str,
) -> Freshness:
    """How a page that was last checked on `checked_on` stands on the day `today`; `say` gives words for ours.

    One whose law nobody has read who knows it (`awaits_reading`) says that, and not that it was checked.
    """
    if awaits_reading:
        stands = say("It stands as of {day}.").format(day=in_full(checked_on, say)) if checked_on else ""
        told = _joined(say(UNREAD_LAW), stands, say("Ask the council, or an advocate."))
        return Freshness(Age.UNREAD, told, say("Ask before you rely on this"))
    if checked_on is None:
        return Freshness(Age.UNCHECKED, say("Nobody has checked this page yet."))
    told = say(checked).format(day=in_full(checked_on, say))
    gone = (today - checked_on).days
    if gone > STALE_AFTER:
        return Freshness(Age.STALE, _joined(told, say(LONG_AGO).format(months=_months(gone))), say(OLD))
    if review_by is not None and today > review_by:
        due = say("It is due to be checked again, so parts of it may have changed.")
        return Freshness(Age.DUE, _joined(told, due), say(OLD))
    if review_by is None:
        return Freshness(Age.FRESH, told)
    again = say("We will check it again by {day}.").format(day=in_full(review_by, say))
    return Freshness(Age.FRESH, _joined(told, again))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _months(days: int) -> int:
    return round(days / 30.44)
