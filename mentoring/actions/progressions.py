"""Writing down a step on a mentor's way."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from mentoring.models import Mentor, Progression
from mentoring.rules import progressions as rules


@transaction.atomic
def add(*, mentor: Mentor, step: str, on: date, words: str, by: Any, at: datetime) -> Progression:
    """Add a step. It stands as it is written; each step is taken once."""
    done = set(Progression.objects.filter(mentor=mentor).values_list("step", flat=True))
    own = mentor.person.login_id == by.pk
    if reasons := rules.why_not_step(step=step, done=done, on=on, today=local_day(at), own=own):
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            made = Progression.objects.create(
                mentor=mentor, step=step, on=on, words=clean(words).strip(), written_at=at, written_by=by
            )
    except IntegrityError:
        raise NotAllowed("That step is written down already.") from None
    # Not which step: that somebody once had a mentor is theirs to tell, and the trail is read by others.
    audit.record(verb="mentoring.progression.added", by=by, at=at, subject=made, about=mentor.person)
    return made
