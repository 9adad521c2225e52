"""When a person may let a mentor read what was written earlier. Plain Python."""

from datetime import date


def why_not_release(
    *, match_is_over: bool, anything: bool, until: date | None, today: date, had_another: bool
) -> list[str]:
    """`had_another` tells whether another mentor, of an earlier match or covering in this one, ever wrote anything."""
    reasons = []
    if match_is_over:
        reasons.append("This match has ended, so its mentor reads nothing any more.")
    if not had_another:
        reasons.append("They had no other match before this one, so there is nothing earlier to read.")
    if not anything:
        reasons.append("Choose what they are happy for the mentor to read.")
    if until is not None and until < today:
        reasons.append("The last day is past. Choose a later day, or leave it empty.")
    return reasons
