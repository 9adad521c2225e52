"""What somebody signs so that others may speak for them: for one holder, and not for ever."""

from datetime import date

from law.months import add_months

GOOD_FOR_MONTHS = 6
LONGEST_MONTHS = 24


def good_until(signed_on: date) -> date:
    """Unless they say another day."""
    return add_months(signed_on, GOOD_FOR_MONTHS)


def why_not_sign(*, signed_on: date, valid_until: date, sighted_on: date, today: date) -> list[str]:
    reasons = []
    if signed_on > today or sighted_on > today:
        reasons.append("The day cannot be in the future.")
    if sighted_on < signed_on:
        reasons.append("You cannot have seen it before it was signed.")
    if valid_until < today:
        reasons.append("It has ended already. Ask them whether they will sign again.")
    if valid_until > add_months(signed_on, LONGEST_MONTHS):
        reasons.append("Two years is the longest. They can sign again.")
    return reasons


def why_not_see(*, sighted_on: date | None, sent_on: date | None, today: date) -> list[str]:
    """Of a proof of who they are. It may be chosen before anybody has seen it."""
    if any(day is not None and day > today for day in (sighted_on, sent_on)):
        return ["The day cannot be in the future."]
    return []
