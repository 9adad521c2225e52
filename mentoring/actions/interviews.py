"""Writing down the talk with somebody who wants to mentor."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from mentoring.models import Interview, Mentor


@transaction.atomic
def record(
    *,
    mentor: Mentor,
    held_on: date,
    how: str,
    strengths: str,
    needs: str,
    advice: str,
    key: str,
    by: Any,
    at: datetime,
) -> Interview:
    """One talk. The same form sent again answers with the same record."""
    if earlier := Interview.objects.filter(key=key, recorded_by=by).first():
        return earlier
    if held_on > local_day(at):
        raise NotAllowed("The talk has not been held yet.")
    if not clean(strengths).strip():
        raise NotAllowed("Say what they bring. Everybody brings something.")
    talk = Interview(
        mentor=mentor, held_on=held_on, how=how, strengths=clean(strengths), needs=clean(needs), advice=advice,
        key=key, recorded_at=at, recorded_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            talk.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed("This form was sent already.") from None
    audit.record(verb="mentoring.interview.recorded", by=by, at=at, subject=talk, about=mentor.person)
    return talk
