"""How much a page's facts can still be trusted. A page that nobody looks at again says so itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

STALE_AFTER = 365  # days without a check, whatever the page's own review date says


UNREAD_LAW = "We wrote this page from what we know of the law. Nobody whose work the law is has read it yet."


class Age(StrEnum):
    UNREAD = "unread"
    UNCHECKED = "unchecked"
    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Freshness:
    """`age` chooses the look; `sentence` is what the reader is told."""

    age: Age
    sentence: str

    @property
    def is_warning(self) -> bool:
        return self.age in {Age.UNREAD, Age.DUE, Age.STALE}

    @property
    def warning(self) -> str:
        """The heading above a warning."""
        return "Ask before you rely on this" if self.age is Age.UNREAD else "This page may be out of date"


def freshness(
    *, checked_on: date | None, review_by: date | None, today: date, awaits_reading: bool = False
) -> Freshness:
    """How a page that was last checked on `checked_on` stands on the day `today`.

    One whose law nobody has read who knows it (`awaits_reading`) says that, and not that it was checked.
    """
    if awaits_reading:
        written = f" It stands as of {_written(checked_on)}." if checked_on else ""
        return Freshness(Age.UNREAD, f"{UNREAD_LAW}{written} Ask the council, or an advocate.")
    if checked_on is None:
        return Freshness(Age.UNCHECKED, "Nobody has checked this page yet.")
    checked = f"We checked this page on {_written(checked_on)}."
    gone = (today - checked_on).days
    if gone > STALE_AFTER:
        return Freshness(
            Age.STALE,
            f"{checked} That is {_months(gone)} ago, so parts of it may have changed. Ask before you rely on it.",
        )
    if review_by is not None and today > review_by:
        return Freshness(Age.DUE, f"{checked} It is due to be checked again, so parts of it may have changed.")
    if review_by is None:
        return Freshness(Age.FRESH, checked)
    return Freshness(Age.FRESH, f"{checked} We will check it again by {_written(review_by)}.")


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _months(days: int) -> str:
    return f"{round(days / 30.44)} months"
