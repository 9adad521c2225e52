"""Writing a risk assessment, and signing what somebody else wrote."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import pauses
from mentoring.models import Mentor, RiskAssessment
from mentoring.rules import risk_assessments as rules

Status = RiskAssessment.Status


@transaction.atomic
def write(
    *,
    mentor: Mentor,
    risks: str,
    safeguards: str,
    decision: str,
    look_again_on: date,
    key: str,
    by: Any,
    at: datetime,
) -> RiskAssessment:
    """The first of two signatures is the writer's own. The same form sent again answers with the same record."""
    if earlier := RiskAssessment.objects.filter(key=key, written_by=by).first():
        return earlier
    reasons = rules.why_not_write(
        risks=risks,
        safeguards=safeguards,
        needs_safeguards=decision == RiskAssessment.Decision.WITH_SAFEGUARDS,
        look_again_on=look_again_on,
        today=local_day(at),
    ) + rules.why_not_about_oneself(writer=by.pk, about=mentor.person.login_id)
    if reasons:
        raise NotAllowed(*reasons)
    written = RiskAssessment(
        mentor=mentor, risks=clean(risks), safeguards=clean(safeguards), decision=decision,
        look_again_on=look_again_on, key=key, written_at=at, written_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            written.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed("This form was sent already.") from None
    audit.record(verb="mentoring.risk_assessment.written", by=by, at=at, subject=written, about=mentor.person)
    return written


@transaction.atomic
def sign(*, assessment: RiskAssessment, by: Any, at: datetime) -> RiskAssessment:
    """The second signature, by somebody other than the writer and the mentor. A “not now” lets their matches wait."""
    reasons = rules.why_not_sign(signer=by.pk, writer=assessment.written_by_id)
    reasons += rules.why_not_about_oneself(writer=by.pk, about=assessment.mentor.person.login_id)
    if reasons:
        raise NotAllowed(*reasons)
    move(assessment, to=Status.SIGNED, frm={Status.WRITTEN}, signed_at=at, signed_by=by)
    if assessment.decision == RiskAssessment.Decision.NOT_NOW:
        pauses.look_again(mentor=assessment.mentor, by=by, at=at)
    audit.record(
        verb="mentoring.risk_assessment.signed", by=by, at=at, subject=assessment, about=assessment.mentor.person
    )
    return assessment
