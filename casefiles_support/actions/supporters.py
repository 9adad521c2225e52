"""Who is beside the person: named, said yes to, ended at once. No duty is ever left without an owner."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import supporting
from casefiles_support.actions import duties
from casefiles_support.locking import lock
from casefiles_support.models import Duty, Journey, Supporter
from casefiles_support.rules import supporters as rules
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from law import working_days
from mentoring.models import Mentor

Role = Supporter.Role
TAKEN = "Somebody is named for this already. End that first, if the person wants somebody else."
NAME_AGAIN = 2  # working days in which somebody who lost their practitioner hears who comes next


@transaction.atomic
def name(
    *, journey: Journey, role: str, no_conflict: bool, by: Any, at: datetime, login: Any = None,
    mentor: Mentor | None = None,
) -> Supporter:  # fmt: skip
    """Name somebody to be beside the person, who is asked next. Named twice, they are there once."""
    lock(journey)
    if journey.status == Journey.Status.CLOSED:
        raise NotAllowed("It is closed. It can be opened again.")
    if (mentor is None) == (login is None) or (mentor is not None) != (role == Role.PEER_MENTOR):
        raise NotAllowed("Choose who it is.")
    there = journey.supporters.filter(role=role, ended_at=None)
    if same := there.filter(login=login, mentor=mentor).first():
        return same
    on = local_day(at)
    _refuse_if(
        supporting.why_not(journey=journey, role=role, login=login, mentor=mentor, no_conflict=no_conflict, on=on)
    )
    new = Supporter(
        journey=journey, role=role, login=login, mentor=mentor, no_conflict=no_conflict, named_at=at, named_by=by
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed(TAKEN) from None
    audit.record(verb="files.supporter.named", by=by, at=at, subject=new, about=journey.person, role=role)
    return new


@transaction.atomic
def agree(*, supporter: Supporter, on: date, by: Any, at: datetime) -> Supporter:
    """The person said yes to them. Whoever keeps the journey from now on, reads it."""
    lock(supporter.journey)
    supporter.refresh_from_db()
    if supporter.agreed_on is not None and supporter.ended_at is None:
        return supporter
    _refuse_if(
        rules.why_not_agree(
            on=on, named_on=local_day(supporter.named_at), today=local_day(at), ended=supporter.ended_at is not None
        )
        or supporting.why_not_now(supporter=supporter, on=local_day(at))
    )
    _set(supporter, agreed_on=on)
    if supporter.role == Role.PRACTITIONER:
        _fulfil_all(supporter.journey, "name_practitioner", by, at)
    audit.record(verb="files.supporter.agreed", by=by, at=at, subject=supporter, about=supporter.journey.person)
    return supporter


@transaction.atomic
def end(*, supporter: Supporter, by: Any, at: datetime) -> Supporter:
    """At once, and nobody is asked why. What they still owed is now owed by whoever keeps the journey."""
    journey = supporter.journey
    lock(journey)
    supporter.refresh_from_db()
    if supporter.ended_at is not None:
        return supporter
    _set(supporter, ended_at=at, ended_by=by)
    Duty.objects.open().filter(for_supporter=supporter).update(for_supporter=None)
    if supporter.role == Role.PRACTITIONER and journey.status != Journey.Status.CLOSED:
        due = working_days.after(local_day(at), working_days=NAME_AGAIN)
        key = f"supporter:{supporter.ref}:next"
        duties.raise_duty(key=key, kind="name_practitioner", journey=journey, due_on=due, by=by, at=at)
    _settle_training(supporter, by, at)
    audit.record(verb="files.supporter.ended", by=by, at=at, subject=supporter, about=journey.person)
    return supporter


@transaction.atomic
def step_in(*, supporter: Supporter, because: str, by: Any, at: datetime) -> Supporter:
    """The practitioner cannot: the back-up reads the journey from now on, and tells the person so."""
    journey, because = supporter.journey, clean(because).strip()
    lock(journey)
    supporter.refresh_from_db()
    _refuse_if(
        rules.why_not_step_in(
            role=supporter.role, agreed=supporter.agreed_on is not None, ended=supporter.ended_at is not None,
            stepped_in=supporter.stepped_in_at is not None, because=because,
        )
        or supporting.why_not_now(supporter=supporter, on=local_day(at))
    )  # fmt: skip
    supporter.stepped_in_because = because
    supporter.stepped_in_at = at
    supporter.save(update_fields=["stepped_in_because", "stepped_in_at"])
    duties.raise_duty(
        key=f"supporter:{supporter.ref}:told", kind="tell_they_stepped_in", journey=journey,
        due_on=working_days.next_working_day(local_day(at)), for_supporter=supporter, about_ref=supporter.ref, by=by,
        at=at,
    )  # fmt: skip
    audit.record(verb="files.supporter.stepped_in", by=by, at=at, subject=supporter, about=journey.person)
    return supporter


def _set(supporter: Supporter, **changes: Any) -> None:
    """While the journey is locked: nobody else changes who is beside them."""
    Supporter.objects.filter(pk=supporter.pk).update(**changes)
    supporter.refresh_from_db(fields=list(changes))


def _fulfil_all(journey: Journey, kind: str, by: Any, at: datetime) -> None:
    for duty in Duty.objects.open().filter(journey=journey, kind=kind).order_by("pk"):
        duties.fulfil(key=duty.key, by=by, at=at)


def _settle_training(supporter: Supporter, by: Any, at: datetime) -> None:
    for duty in Duty.objects.open().filter(kind="supporter_runs_out", about_ref=supporter.ref).order_by("pk"):
        duties.settle(key=duty.key, by=by, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
