"""Resting, coming back and being suspended, in plain Python."""

from datetime import date, timedelta

LONGEST_REST = timedelta(days=366)
# Within how many days a mentor may ask somebody else to look again at a suspension. Our own rule.
ASK_AGAIN_WITHIN = timedelta(days=28)


def why_not_rest(*, until: date | None, today: date) -> list[str]:
    if until is None:
        return []
    if until <= today:
        return ["The day you come back must be after today. Leave it empty if you do not know."]
    if until - today > LONGEST_REST:
        return ["That is more than a year. Leave it empty: you can come back whenever you are ready."]
    return []


def why_not_suspend(*, words: str, staff_reason: str, mentors_login: object, by: object) -> list[str]:
    reasons = []
    if mentors_login is not None and mentors_login == by:
        reasons.append("Nobody decides about themselves.")
    if not words.strip():
        reasons.append("Write what you say to the mentor. They read it.")
    if not staff_reason.strip():
        reasons.append("Write why, for the record.")
    return reasons
