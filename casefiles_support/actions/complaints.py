"""Complaining to the holder, and then to the regulator: sent, received, acknowledged, answered."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.actions import duties, facts
from casefiles_support.complaining import (
    acknowledge_duty,
    now_around,
    receipt_duty,
    regulator_duties,
    why_not_complain,
    why_not_regulator,
)
from casefiles_support.models import AccessRequest, Complaint, Fact
from casefiles_support.rules import complaints as rules
from casefiles_support.standing import locked_open, refuse_if
from common.dates import local_day
from common.transitions import change, move

Status, To, Stands = Complaint.Status, Complaint.To, AccessRequest.Status
OPEN = {Status.SENT, Status.ACKNOWLEDGED}


@transaction.atomic
def send(*, request: AccessRequest, about: str, on: date, key: str, by: Any, at: datetime) -> Complaint:
    """To the holder, about what it did. They have 30 days to say that they have it."""
    request = locked_open(request)
    if earlier := Complaint.objects.filter(request=request, key=key).first():
        return earlier
    refuse_if(why_not_complain(request, on=on, at=at))
    new = _new(request, To.HOLDER, about, on, key, by, at)
    entering.go(request, "complain", around=now_around(request, at=at))
    _trail("files.complaint.sent", new, by, at, to=new.to)
    return new


@transaction.atomic
def take_further(*, request: AccessRequest, about: str, on: date, key: str, by: Any, at: datetime) -> Complaint:
    """To the regulator: once the holder has answered, or its 30 days are gone."""
    request = locked_open(request)
    if earlier := Complaint.objects.filter(request=request, key=key).first():
        return earlier
    refuse_if(why_not_regulator(request, on=on, at=at))
    new = _new(request, To.REGULATOR, about, on, key, by, at)
    entering.go(request, "go_to_regulator", around=now_around(request, at=at))
    for duty in regulator_duties(request):
        duties.fulfil(key=duty, by=by, at=at)
    _trail("files.complaint.taken_further", new, by, at, to=new.to)
    return new


@transaction.atomic
def receive(*, complaint: Complaint, on: date, seen: int, by: Any, at: datetime) -> Complaint:
    """They have it, from that day on."""
    locked_open(complaint.request)
    now = _now(complaint)
    refuse_if(
        rules.why_not_receive(
            received_on=now.received_on, answered=now.status == Status.ANSWERED, sent_on=now.sent_on, on=on,
            today=local_day(at),
        )
    )  # fmt: skip
    change(complaint, seen=seen, received_on=on)
    duties.fulfil(key=receipt_duty(complaint), by=by, at=at)
    _trail("files.complaint.received", complaint, by, at)
    return complaint


@transaction.atomic
def acknowledge(*, complaint: Complaint, on: date, seen: int, by: Any, at: datetime) -> Complaint:
    """They said that they have it."""
    request = locked_open(complaint.request)
    now = _now(complaint)
    refuse_if(
        rules.why_not_acknowledge(
            state=now.status, sent_on=now.sent_on, received_on=now.received_on, on=on, today=local_day(at)
        )
    )
    change(complaint, seen=seen, acknowledged_on=on)
    move(complaint, to=Status.ACKNOWLEDGED, frm={Status.SENT})
    _heard(request, complaint, on, by, at)
    _trail("files.complaint.acknowledged", complaint, by, at)
    return complaint


@transaction.atomic
def answer(
    *, complaint: Complaint, outcome: str, on: date, seen: int, by: Any, at: datetime, records_came: bool = False
) -> Complaint:
    """What came of it. `records_came`: with the answer to the complaint came what had been asked for."""
    request = locked_open(complaint.request)
    now = _now(complaint)
    refuse_if(
        rules.why_not_answer(
            to=now.to, answered=now.status == Status.ANSWERED, outcome=outcome, sent_on=now.sent_on,
            received_on=now.received_on, on=on, today=local_day(at),
        )
    )  # fmt: skip
    change(complaint, seen=seen, outcome=complaint.outcome)
    move(complaint, to=Status.ANSWERED, frm=OPEN, outcome=outcome, outcome_on=on)
    _heard(request, complaint, on, by, at)
    if complaint.to == To.HOLDER:
        _holder_answered(request, complaint, records_came, by, at)
    elif outcome == rules.ASK_HOLDER_FIRST and request.status == Stands.WITH_ICO:
        still_open = request.complaints.filter(to=To.HOLDER, status__in=OPEN).exists()
        move(request, to=Stands.IN_COMPLAINT if still_open else Stands.REFUSED, frm={Stands.WITH_ICO})
    _trail("files.complaint.answered", complaint, by, at, outcome=outcome, stands=request.status)
    return complaint


@transaction.atomic
def let_be(*, request: AccessRequest, by: Any, at: datetime) -> None:
    """They do not want to go to the regulator. That is theirs to say, and they can change their mind."""
    request = locked_open(request)
    for duty in regulator_duties(request):
        duties.settle(key=duty, by=by, at=at)
    audit.record(verb="files.complaint.let_be", by=by, at=at, subject=request, about=request.journey.person)


def _new(request: AccessRequest, to: str, about: str, on: date, key: str, by: Any, at: datetime) -> Complaint:
    new = Complaint(request=request, to=to, about=about, sent_on=on, key=key, written_at=at, written_by=by)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        refuse_if(["A complaint to them is open already."])
    return new


def _holder_answered(request: AccessRequest, complaint: Complaint, records_came: bool, by: Any, at: datetime) -> None:
    """Where it stands then. What came is a fact, and the clock is told of it."""
    on = complaint.outcome_on
    if records_came and on is not None:
        facts.add(
            request=request, kind=Fact.Kind.FULL_REPLY, on=on, basis=Fact.Basis.LETTER,
            key=f"complaint:{complaint.ref}", by=by, at=at,
        )  # fmt: skip
        request.refresh_from_db()
    if request.status == Stands.IN_COMPLAINT:
        to = rules.goes_back_to(outcome=complaint.outcome, records_came=records_came)
        move(request, to=to, frm={Stands.IN_COMPLAINT})


def _heard(request: AccessRequest, complaint: Complaint, on: date, by: Any, at: datetime) -> None:
    """A word from them: what waited for it is done, and the way to the regulator is counted from it."""
    for duty in (acknowledge_duty(complaint), receipt_duty(complaint)):
        duties.settle(key=duty, by=by, at=at)
    if complaint.to == To.HOLDER and (request.last_contact_on is None or request.last_contact_on < on):
        change(request, seen=request.version, last_contact_on=on)


def _now(complaint: Complaint) -> Complaint:
    return Complaint.objects.get(pk=complaint.pk)


def _trail(verb: str, complaint: Complaint, by: Any, at: datetime, **detail: Any) -> None:
    request = complaint.request
    about = request.journey.person
    audit.record(verb=verb, by=by, at=at, subject=complaint, about=about, request=request.ref, **detail)
