"""Whether a session may be recorded, corrected or added to.

Reasons, never booleans. Times are aware, days are London days.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

# How long a mentor may correct what they wrote (Alongside's own rule: role table, “CRU own ≤14 d then addendum”).
CORRECTION = timedelta(days=14)
# A session is remembered, not planned, so it cannot lie ahead; nor so far back that nobody could.
LONGEST_AGO = timedelta(days=730)
# More than a working day together is a typing mistake.
LONGEST_MINUTES = 600
# A register of one sheet.
LARGEST_GROUP = 30

HAPPENED = "attended"


def why_not_record(
    *,
    started: datetime,
    minutes: int | None,
    happened: bool,
    cause: str,
    attendance: Sequence[str],
    group: bool,
    now: datetime,
) -> list[str]:
    """Reasons against a record as a whole; each field's own faults are found in the form."""
    reasons = []
    if started > now:
        reasons.append("The session has not started yet. Record it afterwards.")
    if now - started > LONGEST_AGO:
        reasons.append("That is more than two years ago. Ask your coordinator to record it.")
    if happened and not minutes:
        reasons.append("Enter how long you were together, in minutes.")
    if minutes and minutes > LONGEST_MINUTES:
        reasons.append(f"A session can be up to {LONGEST_MINUTES // 60} hours long.")
    if not happened and not cause:
        reasons.append("Choose why it did not happen.")
    if happened and not any(mark != "not_attended" for mark in attendance):
        reasons.append("If nobody came, answer that the session did not happen.")
    return reasons + _why_not_these_people(len(attendance), group=group)


def _why_not_these_people(count: int, *, group: bool) -> list[str]:
    if not count:
        return ["Choose who the session was with."]
    if count > 1 and not group:
        return ["Choose one person, or say that it was a group session."]
    if count > LARGEST_GROUP:
        return [f"A group can be up to {LARGEST_GROUP} people."]
    return []


def why_not_correct(*, recorded: datetime, now: datetime, brought_in: bool = False) -> list[str]:
    """After 14 days a record stands as it is, and more can only be added below it; so does another system's at once."""
    if brought_in:
        return ["This came from another system, so it stays as it came. You can add to it instead."]
    if now - recorded > CORRECTION:
        return ["This was recorded more than 14 days ago, so it can no longer be changed. You can add to it instead."]
    return []


def correction_ends(recorded: datetime) -> datetime:
    return recorded + CORRECTION


def why_not_with(*, own: bool, covers: bool) -> list[str]:
    """Whose session it may be. `covers`: the person agreed that this mentor looks in on the day of the session."""
    return [] if own or covers else ["Choose people you are matched with, or look in on that day."]


def why_not_on_this_day(*, day: date, matched_since: date | None, matched_until: date | None) -> list[str]:
    """A session belongs to the days of its match, so that no statistic moves when people are matched anew."""
    if matched_since is None or day < matched_since:
        return ["You were not matched with this person on that day."]
    if matched_until is not None and day > matched_until:
        return ["Your match with this person had ended by that day."]
    return []
