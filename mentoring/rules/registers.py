"""Whether a register may be kept as it stands. Plain Python: what is wrong is said row by row."""

from collections.abc import Mapping
from datetime import datetime

from mentoring.rules.sessions import LARGEST_GROUP, LONGEST_AGO, LONGEST_MINUTES

NOT_THERE = "not_attended"


def why_not_take(
    *, started: datetime, minutes: int | None, happened: bool, cause: str, count: int, came: int, now: datetime
) -> list[str]:
    """Reasons against the register as a whole. `count` people were expected, `came` of them came."""
    reasons = []
    if started > now:
        reasons.append("The session has not started yet. Record it afterwards.")
    if now - started > LONGEST_AGO:
        reasons.append("That is more than two years ago. It can no longer be recorded.")
    if not count:
        reasons.append("Nobody is on the register. Say who was expected.")
    if count > LARGEST_GROUP:
        reasons.append(f"A group can be up to {LARGEST_GROUP} people.")
    if not happened and not cause:
        reasons.append("Choose why it did not happen.")
    if happened and not came:
        reasons.append("If nobody came, answer that the session did not happen.")
    if happened and not (minutes and 0 < minutes <= LONGEST_MINUTES):
        reasons.append("Enter how long you were together, in minutes.")
    return reasons


def why_not_row(*, mark: str, cause: str, causes: Mapping[str, str]) -> str:
    """What is missing in one row, or nothing."""
    if mark == NOT_THERE and cause not in causes:
        return "Choose why they did not come"
    return ""
