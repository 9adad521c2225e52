"""Deleting a journey: when, and who agrees to it. What is left says how long a holder took, and is about nobody."""

from datetime import date, timedelta

# Two years after it was closed, unless they ask before.
KEPT = timedelta(days=730)
# Told so long before, where it was not their own wish: to say no, or to have things printed.
NOTICE = timedelta(days=28)
ASKED, TWO_YEARS = "asked", "two_years"


def is_due(*, closed_on: date | None, on: date) -> bool:
    return closed_on is not None and on >= closed_on + KEPT


def why_not_ask(*, closed: bool) -> list[str]:
    return [] if closed else ["It is open. Close it first, so that nothing more comes that nobody waits for."]


def why_not_tell(*, told_on: date | None, on: date, today: date, asked: date) -> list[str]:
    if told_on is not None:
        return ["It is written down already that they were told."]
    return [] if asked <= on <= today else ["The day is between the day when it was asked for and today."]


def why_not_agree(
    *, why: str, closed: bool, told_on: date | None, could_not_tell: bool, today: date, same_person: bool
) -> list[str]:
    """`same_person`: whoever agrees asked for it, or told the person of it. It takes two."""
    reasons = why_not_ask(closed=closed)
    if same_person:
        reasons.append("Somebody else has to agree: it takes two of us.")
    if told_on is None:
        reasons.append("They have not been told yet.")
    elif (why == TWO_YEARS or could_not_tell) and today < told_on + NOTICE:
        reasons.append(f"They have until {told_on + NOTICE:%-d %B %Y} to say that they want to keep it.")
    return reasons
