"""Asking a person whether somebody else may look in while their mentor is away, and keeping to the answer."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring import between
from mentoring.actions import tasks
from mentoring.models import Cover, Leave, Match, Mentor
from mentoring.rules import covers as rules
from people.models import Person

Status = Cover.Status


@transaction.atomic
def ask(*, leave: Leave, match: Match, mentor: Mentor, by: Any, at: datetime) -> Cover:
    """Name a mentor to cover, and ask the person. Nothing opens until they say yes."""
    _refuse_if(_why_not(leave, match, mentor, at))
    try:
        with transaction.atomic():
            cover = Cover.objects.create(leave=leave, match=match, mentor=mentor, asked_at=at, asked_by=by)
    except IntegrityError:
        raise NotAllowed("Somebody is covering for this person already, or has been asked to.") from None
    _settle_when_all_are_asked(leave, by, at)
    audit.record(verb="mentoring.cover.asked", by=by, at=at, subject=cover, about=match.person, mentor=mentor.ref)
    return cover


@transaction.atomic
def agree(*, cover: Cover, by: Any, at: datetime) -> Cover:
    """The person said yes. From the first to the last day of the leave, the named mentor sees them."""
    _refuse_if(_why_not(cover.leave, cover.match, cover.mentor, at))
    move(cover, to=Status.AGREED, frm={Status.ASKED}, answered_at=at, answered_by=by)
    audit.record(verb="mentoring.cover.agreed", by=by, at=at, subject=cover, about=cover.match.person)
    return cover


@transaction.atomic
def refuse(*, cover: Cover, by: Any, at: datetime) -> Cover:
    """The person would rather wait. Nobody asks them why."""
    move(cover, to=Status.REFUSED, frm={Status.ASKED}, answered_at=at, answered_by=by)
    audit.record(verb="mentoring.cover.refused", by=by, at=at, subject=cover, about=cover.match.person)
    return cover


@transaction.atomic
def end(*, cover: Cover, by: Any, at: datetime) -> Cover:
    """Stop it before the leave is over. The mentor sees nothing of the person from the next request on."""
    move(cover, to=Status.ENDED, frm=set(Cover.STANDING), ended_at=at, ended_by=by)
    audit.record(verb="mentoring.cover.ended", by=by, at=at, subject=cover, about=cover.match.person)
    return cover


@transaction.atomic
def end_between(*, person: Person, other: Person, by: Any, at: datetime) -> None:
    """These two must be kept apart: whichever of them looks in on the other stops now."""
    pair = Q(match__person=person, mentor__person=other) | Q(match__person=other, mentor__person=person)
    for cover in Cover.objects.standing().filter(pair).select_related("match__person").order_by("pk"):
        end(cover=cover, by=by, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*dict.fromkeys(reasons))


def _why_not(leave: Leave, match: Match, mentor: Mentor, at: datetime) -> list[str]:
    """Every gate of a match, on the first day and on the last, and what is peculiar to cover."""
    today = local_day(at)
    if leave.status != Leave.Status.TOLD or leave.last_day < today:
        return ["That leave is over."]
    away = Leave.objects.standing().filter(mentor=mentor, first_day__lte=leave.last_day, last_day__gte=leave.first_day)
    peculiar = rules.why_not_cover(
        same_mentor=mentor.pk == leave.mentor_id,
        theirs=match.mentor_id == leave.mentor_id and match.status in Match.OPEN,
        cover_away=away.exists(),
    )
    days = sorted({max(today, leave.first_day), leave.last_day})
    return peculiar + [reason for day in days for reason in between.why_not(mentor=mentor, person=match.person, on=day)]


def _settle_when_all_are_asked(leave: Leave, by: Any, at: datetime) -> None:
    asked = Cover.objects.filter(leave=leave).values("match")
    if not Match.objects.open().filter(mentor=leave.mentor_id).exclude(pk__in=asked).exists():
        tasks.settle(key=f"leave:{leave.ref}", by=by, at=at)
