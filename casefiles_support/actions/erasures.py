"""Asking for a journey to be deleted, and telling the person before it is. Deleting it is in actions/timings.py."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.models import Erasure, Journey
from casefiles_support.rules import erasures as rules
from casefiles_support.standing import refuse_if
from common.dates import local_day
from common.transitions import NotAllowed, move

Status = Erasure.Status
BATCH = 200


@transaction.atomic
def ask(*, journey: Journey, by: Any, at: datetime) -> Erasure:
    """The person wants all of it gone. Asked twice, it is asked once."""
    return _ask(journey, Erasure.Why.ASKED, by, at)


@transaction.atomic
def ask_all_due(*, by: Any, at: datetime) -> int:
    """Those that were closed two years ago. Somebody tells the person, who may say no. Answers how many."""
    today = local_day(at)
    due = Journey.objects.filter(status=Journey.Status.CLOSED, closed_on__lte=today - rules.KEPT)
    # Whoever said no is asked again after as long a time.
    settled = Erasure.objects.filter(Q(status=Status.ASKED) | Q(asked_at__gt=at - rules.KEPT))
    due = due.exclude(pk__in=settled.values("journey"))
    found = list(due.select_related("person").order_by("closed_on", "pk")[:BATCH])
    for journey in found:
        _ask(journey, Erasure.Why.TWO_YEARS, by, at)
    return len(found)


@transaction.atomic
def tell(*, erasure: Erasure, how: str, on: date, by: Any, at: datetime) -> Erasure:
    """They know what will be deleted, that it cannot be brought back, and that they can say no."""
    erasure.refresh_from_db()
    asked, today = local_day(erasure.asked_at), local_day(at)
    reasons = rules.why_not_tell(told_on=erasure.told_on, on=on, today=today, asked=asked)
    if how not in Erasure.How.values:
        reasons.append("Choose how they were told.")
    refuse_if(reasons)
    move(erasure, to=Status.ASKED, frm={Status.ASKED}, told_on=on, told_how=how, told_by=by)
    duties.fulfil(key=_duty(erasure), by=by, at=at)
    _trail("files.erasure.told", erasure, by, at)
    return erasure


@transaction.atomic
def call_off(*, erasure: Erasure, by: Any, at: datetime) -> Erasure:
    """It stays: they want to keep it, or nobody should have asked."""
    move(erasure, to=Status.CALLED_OFF, frm={Status.ASKED})
    duties.settle(key=_duty(erasure), by=by, at=at)
    _trail("files.erasure.called_off", erasure, by, at)
    return erasure


def _ask(journey: Journey, why: str, by: Any, at: datetime) -> Erasure:
    journey = Journey.objects.select_for_update(of=("self",)).select_related("person").get(pk=journey.pk)
    if earlier := Erasure.objects.open().filter(journey=journey).first():
        return earlier
    refuse_if(rules.why_not_ask(closed=journey.status == Journey.Status.CLOSED))
    new = Erasure(journey=journey, why=why, asked_at=at, asked_by=by)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed("Somebody asked for this already.") from None
    duties.raise_duty(
        key=_duty(new), kind="tell_it_will_go", journey=journey, due_on=local_day(at), about_ref=new.ref, by=by, at=at
    )
    _trail("files.erasure.asked", new, by, at, why=why)
    return new


def _duty(erasure: Erasure) -> str:
    return f"erasure:{erasure.ref}:told"


def _trail(verb: str, erasure: Erasure, by: Any, at: datetime, **detail: Any) -> None:
    audit.record(verb=verb, by=by, at=at, subject=erasure, about=erasure.journey.person, **detail)
