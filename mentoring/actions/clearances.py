"""Following a prison's decision about a mentor, step by step."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import pauses
from mentoring.models import Clearance, ClearanceStep, Mentor
from mentoring.rules import clearances as rules
from mentoring.rules.clearances import Step
from places.models import Establishment


@transaction.atomic
def begin(*, mentor: Mentor, establishment: Establishment, by: Any, at: datetime) -> Clearance:
    """Say that this mentor is to be cleared for a prison. One record for each prison, however often it is asked."""
    try:
        with transaction.atomic():
            clearance = Clearance.objects.create(mentor=mentor, establishment=establishment, since=at)
    except IntegrityError:
        return Clearance.objects.get(mentor=mentor, establishment=establishment)
    audit.record(verb="mentoring.clearance.begun", by=by, at=at, subject=clearance, about=mentor.person)
    return clearance


@transaction.atomic
def take(
    *,
    clearance: Clearance,
    to: str,
    reason: str = "",
    words: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    by: Any,
    at: datetime,
) -> Clearance:
    """Take the next step, as the prison told us. `words` say why, and are given to the person.

    Where the prison takes a clearance back, whoever this mentor walks with there waits from this moment.
    """
    words = clean(words)
    reasons = rules.why_not_step(
        frm=clearance.status, to=to, reason=reason, words=words, valid_from=valid_from, valid_until=valid_until
    )
    if reasons:
        raise NotAllowed(*reasons)
    days = {"valid_from": valid_from, "valid_until": valid_until} if to == Step.GRANTED else {}
    frm = clearance.status
    move(clearance, to=to, frm={frm}, since=at, **days)
    _note(clearance, frm, reason if to in rules.SAYS_WHY else "", words, by, at)
    if frm == Step.GRANTED:
        pauses.look_again(mentor=clearance.mentor, by=by, at=at)
    audit.record(
        verb="mentoring.clearance.stepped", by=by, at=at, subject=clearance, about=clearance.mentor.person, to=str(to)
    )
    return clearance


@transaction.atomic
def expire(*, by: Any, at: datetime) -> int:
    """What ran out before today is said to have run out; answers how many."""
    over = Clearance.objects.filter(status=Clearance.Status.GRANTED, valid_until__lt=local_day(at))
    gone = list(over.select_related("mentor__person").select_for_update(of=("self",)).order_by("pk"))
    for clearance in gone:
        move(clearance, to=Clearance.Status.EXPIRED, frm={Clearance.Status.GRANTED}, since=at)
        _note(clearance, Clearance.Status.GRANTED, "", "", by, at)
        audit.record(verb="mentoring.clearance.expired", by=by, at=at, subject=clearance, about=clearance.mentor.person)
    return len(gone)


def _note(clearance: Clearance, frm: str, reason: str, words: str, by: Any, at: datetime) -> None:
    ClearanceStep.objects.create(
        clearance=clearance, frm=frm, to=clearance.status, reason=reason, words=words, taken_at=at, taken_by=by
    )
