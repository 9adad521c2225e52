"""When a DBS check may be decided on, and how long the decision holds. Plain Python.

A certificate has no end of its own; looking again after three years is the programme's rule.
"""

from datetime import date, timedelta

LOOK_AGAIN_AFTER = timedelta(days=3 * 365)


def why_not_decide(*, recorded: bool, refused: bool, words: str, issued_on: date, today: date) -> list[str]:
    reasons = []
    if issued_on > today:
        reasons.append("The certificate cannot be from a day to come.")
    elif look_again_on(issued_on) < today:
        reasons.append("The certificate is too old to decide on. Ask for a new one.")
    if (recorded or refused) and not words.strip():
        reasons.append("Say what you weighed up, in words that the person may be given.")
    return reasons


def look_again_on(issued_on: date) -> date:
    return issued_on + LOOK_AGAIN_AFTER
