"""Not handing over today, for a person’s safety: one working day, and it ends by itself. Plain Python.

It holds our own hands and nothing else: no holder’s clock, no choice of the person, nothing that they have already.
"""

from datetime import datetime, timedelta

from common.dates import LONDON
from law.working_days import next_working_day

ONLY_FROM = ("file_here", "reading")
# A new one so soon after another is the same one again, and needs a programme manager.
AFRESH = timedelta(days=28)


def ends_at(agreed_at: datetime) -> datetime:
    """The same time of day, one working day on."""
    local = agreed_at.astimezone(LONDON)
    return datetime.combine(next_working_day(local.date()), local.timetz())


def why_not_ask(*, status: str, waiting: bool, last_ended: datetime | None, now: datetime) -> list[str]:
    reasons = []
    if status not in ONLY_FROM:
        reasons.append("Only while the papers are here and before they have been read.")
    if waiting:
        reasons.append("One has been asked for already.")
    elif last_ended is not None and now - last_ended < AFRESH:
        reasons.append("There was one already. Once more needs a programme manager: ask for it there.")
    return reasons


def why_not_answer(*, asked_by_me: bool, waiting: bool) -> list[str]:
    """Two people: whoever asks does not agree."""
    reasons = [] if waiting else ["This has been answered already."]
    if asked_by_me:
        reasons.append("Somebody else agrees to it: it needs two names.")
    return reasons


def why_not_again(*, status: str, stood: bool, is_again: bool, has_again: bool) -> list[str]:
    """Once more, and then never again."""
    reasons = [] if status in ONLY_FROM else ["Only while the papers are here and before they have been read."]
    if not stood:
        reasons.append("This one never stood.")
    if is_again or has_again:
        reasons.append("It has been asked for once more already. It cannot be a third time.")
    return reasons
