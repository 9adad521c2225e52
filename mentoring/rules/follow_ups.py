"""Asking after somebody when their match is over, without bringing them into danger. Plain Python."""

from collections.abc import Sequence
from datetime import date


def why_not_record(
    *, outcome: str, channel: str, why_not_phone: Sequence[str] | None, on: date, ended_on: date, today: date
) -> list[str]:
    """`why_not_phone` is what may_be_phoned says at this moment; None where no number was chosen."""
    reasons = []
    if on > today:
        reasons.append("That day has not come yet.")
    if on < ended_on:
        reasons.append("That is before the match ended. Check the day.")
    if outcome in ("done", "no_answer") and not channel:
        reasons.append("Choose how you asked.")
    if channel == "phone" and why_not_phone is None:
        reasons.append("Choose the number that you rang.")
    if channel == "phone" and why_not_phone:
        reasons += [*why_not_phone, "Write a letter through the contact point instead."]
    return reasons
