"""What becomes of somebody who was put forward: taken on, put on the waiting list, matched, or told no, kindly."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from law.working_days import after as working_days_after
from mentoring.actions import tasks
from mentoring.models import Referral
from mentoring.models.referral_choices import Source, Where
from mentoring.rules import referrals as rules
from mentoring.telling import tell_managers
from people.actions import locations, persons
from people.models import Person
from people.models.locations import Source as ToldBy
from people.models.locations import WhereKind
from places.models import Team

Status = Referral.Status
SOON = timedelta(days=3)
TOLD_BY = {Source.SELF: ToldBy.PERSON, Source.PRISON: ToldBy.PRISON, Source.PROBATION: ToldBy.PROBATION}


@transaction.atomic
def take(*, referral: Referral, team: Team, by: Any, at: datetime) -> Referral:
    """A team takes it and looks."""
    move(referral, to=Status.TRIAGE, frm={Status.SUBMITTED}, team=team)
    _settle_taking(referral, by, at)
    due = local_day(at) + SOON
    tasks.raise_task(key=_task(referral), kind="referral_to_decide", team=team, due_on=due, by=by, at=at)
    audit.record(verb="mentoring.referral.triaged", by=by, at=at, subject=referral)
    return referral


@transaction.atomic
def escalate(*, by: Any, at: datetime) -> int:
    """Tell the programme managers of those whom no team took within three working days; answers how many lie there.

    Run again it tells nobody twice.
    """
    today = local_day(at)
    found = [
        one
        for one in Referral.objects.filter(status=Status.SUBMITTED).select_related("team").order_by("pk")
        if _lies(one, today)
    ]
    for referral in found:
        tasks.raise_task(
            key=rules.late_task_of(referral.ref),
            kind="referral_nobody_took",
            team=referral.team,
            due_on=today,
            by=by,
            at=at,
        )
        tell_managers(about=referral, what="nobody_took", by=by, at=at)
    return len(found)


def _lies(referral: Referral, today: date) -> bool:
    sent = referral.submitted_at
    return sent is not None and working_days_after(local_day(sent), working_days=rules.TAKEN_WITHIN) < today


def _settle_taking(referral: Referral, by: Any, at: datetime) -> None:
    for key in (rules.task_of(referral.ref), rules.late_task_of(referral.ref)):
        tasks.settle(key=key, by=by, at=at)


@transaction.atomic
def take_on(*, referral: Referral, to: str, person: Person | None, by: Any, at: datetime) -> Referral:
    """Accept somebody (a mentor is in mind) or put them on the waiting list. `person` is who they are here already;
    None makes a record for somebody new. Nobody is ever made one with another by a guess.
    """
    if to not in Referral.ON_THE_LIST:
        raise NotAllowed("Choose whether they have a mentor in mind or wait.")
    # Its row first, then the trail: two who decide at once wait for one another in one order.
    held = Referral.objects.select_for_update(of=("self",)).select_related("team").get(pk=referral.pk)
    if held.status != Status.TRIAGE or held.team is None:
        raise NotAllowed("This has already moved on. Open it again to see where it is now.")
    found = person or _somebody_new(referral, held.team, by, at)
    move(referral, to=to, frm={Status.TRIAGE}, person=found, decided_at=at, decided_by=by)
    tasks.settle(key=_task(referral), by=by, at=at)
    audit.record(verb="mentoring.referral.taken_on", by=by, at=at, subject=referral, about=found, to=to)
    return referral


@transaction.atomic
def decline(*, referral: Referral, reason: str, kind_words: str, what_else: str, by: Any, at: datetime) -> Referral:
    """Say no: always with a reason, kind words, and what else may help."""
    words, else_ = clean(kind_words).strip(), clean(what_else).strip()
    if wrong := rules.why_not_decline(reason=reason, kind_words=words, what_else=else_):
        raise NotAllowed(*wrong)
    said = {"decline_reason": reason, "kind_words": words, "what_else": else_}
    move(referral, to=Status.DECLINED, frm={Status.TRIAGE}, decided_at=at, decided_by=by, **said)
    tasks.settle(key=_task(referral), by=by, at=at)
    audit.record(verb="mentoring.referral.declined", by=by, at=at, subject=referral, reason=reason)
    return referral


@transaction.atomic
def found_mentor(*, person: Person, by: Any, at: datetime) -> None:
    """Their match begins: whatever was waiting for it has what it asked for."""
    for referral in Referral.objects.waiting().filter(person=person).select_for_update().order_by("pk"):
        move(referral, to=Status.MATCHED, frm=Referral.ON_THE_LIST)
        audit.record(verb="mentoring.referral.matched", by=by, at=at, subject=referral, about=person)


@transaction.atomic
def close(*, referral: Referral, reason: str, by: Any, at: datetime) -> Referral:
    """It has come to its end. The person may ask again at any time."""
    if wrong := rules.why_not_close(reason=reason):
        raise NotAllowed(*wrong)
    frm = {Status.SUBMITTED, Status.TRIAGE, Status.ACCEPTED, Status.WAITING, Status.MATCHED}
    move(referral, to=Status.CLOSED, frm=frm, close_reason=reason, closed_at=at)
    tasks.settle(key=_task(referral), by=by, at=at)
    _settle_taking(referral, by, at)
    audit.record(verb="mentoring.referral.closed", by=by, at=at, subject=referral, about=referral.person, reason=reason)
    return referral


def _somebody_new(referral: Referral, team: Team, by: Any, at: datetime) -> Person:
    person = persons.add(
        preferred_name=referral.preferred_name,
        family_name=referral.family_name,
        born_on=date.fromisoformat(referral.born_on) if referral.born_on else None,
        prison_number=referral.prison_number,
        crn=referral.crn,
        team=team,
        by=by,
        at=at,
    )
    if referral.where == Where.INSIDE and referral.establishment is not None:
        told = TOLD_BY.get(Source(referral.source), ToldBy.OTHER)
        place = referral.establishment
        locations.record(person=person, kind=WhereKind.CUSTODY, establishment=place, source=told, by=by, at=at)
    return person


def _task(referral: Referral) -> str:
    return f"referral:{referral.ref}"
