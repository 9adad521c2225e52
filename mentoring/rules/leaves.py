"""Being away, in plain Python."""

from datetime import date, timedelta

LONGEST = timedelta(days=183)
LONGEST_AGO = timedelta(days=31)


def why_not_leave(*, first_day: date, last_day: date, today: date) -> list[str]:
    reasons = []
    if last_day < first_day:
        reasons.append("The last day must not be before the first.")
    if last_day - first_day > LONGEST:
        reasons.append("That is more than six months. Talk with your coordinator about a rest instead.")
    if last_day < today:
        reasons.append("Those days have passed.")
    if today - first_day > LONGEST_AGO:
        reasons.append("That began more than a month ago. Ask your coordinator.")
    return reasons


def why_not_overlap(*, others: int) -> list[str]:
    return ["Some of those days are in your leave already."] if others else []
