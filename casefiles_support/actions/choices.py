"""What the person chooses, and takes back: a ledger to which rows are only added."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support.locking import lock
from casefiles_support.models import Choice, Journey
from casefiles_support.rules import choices as rules
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed


@transaction.atomic
def choose(
    *, journey: Journey, topic: str, value: str, key: str, by: Any, at: datetime, words: str = ""
) -> Choice:  # fmt: skip
    """What they want, from now on. What they chose before is kept beside it."""
    words = clean(words).strip()
    if reasons := rules.why_not_choose(topic=topic, value=value, words=words, today=local_day(at)):
        raise NotAllowed(*reasons)
    row, new = _added(journey, topic, value, words, key, by, at)
    if new:
        audit.record(verb="files.choice.made", by=by, at=at, subject=row, about=journey.person, topic=topic)
    return row


@transaction.atomic
def take_back(*, journey: Journey, topic: str, key: str, by: Any, at: datetime) -> Choice | None:
    """They would rather not say any more. Nothing happens where nothing stands."""
    lock(journey)
    if topic not in Choice.objects.standing(journey):
        return None
    row, new = _added(journey, topic, "", "", key, by, at)
    if new:
        audit.record(verb="files.choice.taken_back", by=by, at=at, subject=row, about=journey.person, topic=topic)
    return row


def _added(
    journey: Journey, topic: str, value: str, words: str, key: str, by: Any, at: datetime
) -> tuple[Choice, bool]:
    """The row, and whether it is new: the same form sent again finds the one that it made."""
    same = Choice.objects.filter(chosen_by=by, key=key, topic=topic)
    if earlier := same.first():
        return earlier, False
    row = Choice(
        journey=journey, topic=topic, value=value, words=words, key=key, chosen_at=at, chosen_by=by
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return same.get(), False
    return row, True
