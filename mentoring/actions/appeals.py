"""Asking somebody else to look again at a refusal, and looking."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.models import Appeal, MentorApplication
from mentoring.rules import applications as rules
from mentoring.rules.applications import Stage

WAITING = "Somebody is looking at it again already."


@transaction.atomic
def make(*, application: MentorApplication, grounds: str, by: Any, at: datetime) -> Appeal:
    """The applicant asks, or staff write it down for them."""
    if application.status != Stage.DECLINED or application.stopped_by is None:
        raise NotAllowed("Only a refusal can be looked at again.")
    if not clean(grounds).strip():
        raise NotAllowed("Say what should be looked at again. A few words are enough.")
    try:
        with transaction.atomic():
            appeal = Appeal.objects.create(
                application=application, grounds=clean(grounds), refused_by=application.stopped_by, made_at=at,
                made_by=by,
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed(WAITING) from None
    audit.record(verb="mentoring.appeal.made", by=by, at=at, subject=appeal, about=_person(application))
    return appeal


@transaction.atomic
def decide(*, appeal: Appeal, changed: bool, words: str, by: Any, at: datetime) -> Appeal:
    """Look again. Where the decision is `changed`, the application goes on from where it was."""
    application, words = appeal.application, clean(words)
    person = _person(application)
    reasons = rules.why_not_hear_appeal(
        hearer=by.pk, refuser=appeal.refused_by_id, applicant=person.login_id if person else None, words=words
    )
    if reasons:
        raise NotAllowed(*reasons)
    Status = Appeal.Status
    to = Status.OVERTURNED if changed else Status.UPHELD
    move(appeal, to=to, frm={Status.APPEALED}, words=words, decided_at=at, decided_by=by)
    if changed:
        move(application, to=application.stopped_from, frm={Stage.DECLINED}, since=at)
    audit.record(verb="mentoring.appeal.decided", by=by, at=at, subject=appeal, about=person, to=str(to))
    return appeal


def _person(application: MentorApplication) -> Any:
    return application.mentor.person if application.mentor else None
