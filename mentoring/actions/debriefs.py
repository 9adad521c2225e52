"""A talk soon after a hard session: asked for, offered, held or not wanted."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Debrief, Session
from mentoring.rules import debriefs as rules
from mentoring.telling import tell_mentor

Status = Debrief.Status
# How far back the clock looks for sessions in which a concern was raised.
LOOKS_BACK = timedelta(days=7)


@transaction.atomic
def ask(*, session: Session, note: str, by: Any, at: datetime) -> Debrief:
    """The mentor says that a session was hard. Asked twice, it is one talk."""
    if earlier := Debrief.objects.filter(session=session).first():
        return earlier
    if reasons := rules.why_not_ask(started=session.started_at, now=at):
        raise NotAllowed(*reasons)
    return _open(session, Debrief.Why.HARD, note, by, at)


@transaction.atomic
def ask_after_concerns(*, by: Any, at: datetime) -> int:
    """Whoever raised a concern in a session is offered a talk without having to ask; answers how many were new."""
    worried = Session.objects.filter(concern__isnull=False, recorded_at__gte=at - LOOKS_BACK, debrief=None)
    found = list(worried.select_related("mentor__team", "mentor__person").order_by("pk"))
    for session in found:
        _open(session, Debrief.Why.CONCERN, "", by, at)
    return len(found)


def _open(session: Session, why: str, note: str, by: Any, at: datetime) -> Debrief:
    mentor, day = session.mentor, rules.offer_by(local_day(at))
    try:
        with transaction.atomic():
            debrief = Debrief.objects.create(
                session=session, mentor=mentor, why=why, note=clean(note).strip(), asked_at=at, offer_by=day
            )
    except IntegrityError:
        return Debrief.objects.get(session=session)
    tasks.raise_task(
        key=_task(debrief), kind="debrief_to_offer", team=mentor.team, mentor=mentor, due_on=day, by=by, at=at
    )
    audit.record(verb="mentoring.debrief.asked_for", by=by, at=at, subject=debrief, about=mentor.person, why=str(why))
    return debrief


@transaction.atomic
def offer(*, debrief: Debrief, by: Any, at: datetime) -> Debrief:
    """Somebody got in touch and offered a time."""
    move(debrief, to=Status.OFFERED, frm={Status.WAITING}, offered_at=at, offered_by=by)
    tasks.settle(key=_task(debrief), by=by, at=at)
    tell_mentor(debrief.mentor, about=debrief, what="debrief", by=by, at=at)
    audit.record(verb="mentoring.debrief.offered", by=by, at=at, subject=debrief, about=debrief.mentor.person)
    return debrief


@transaction.atomic
def hold(*, debrief: Debrief, by: Any, at: datetime) -> Debrief:
    """They talked."""
    move(debrief, to=Status.HELD, frm=set(Debrief.OPEN), closed_at=at, closed_by=by)
    tasks.settle(key=_task(debrief), by=by, at=at)
    audit.record(verb="mentoring.debrief.held", by=by, at=at, subject=debrief, about=debrief.mentor.person)
    return debrief


@transaction.atomic
def decline(*, debrief: Debrief, by: Any, at: datetime) -> Debrief:
    """The mentor does not want one. They may ask again after another session, and supervision goes on."""
    move(debrief, to=Status.NOT_WANTED, frm=set(Debrief.OPEN), closed_at=at, closed_by=by)
    tasks.settle(key=_task(debrief), by=by, at=at)
    audit.record(verb="mentoring.debrief.not_wanted", by=by, at=at, subject=debrief, about=debrief.mentor.person)
    return debrief


def _task(debrief: Debrief) -> str:
    return f"debrief:{debrief.ref}"
