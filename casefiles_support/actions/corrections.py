"""Having something put right: begun, sent, received, answered. What is wrong and what is true is never kept."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.clocks_after import clock_of_correction
from casefiles_support.models import AccessRequest, Correction, Journey
from casefiles_support.rules import corrections as rules
from casefiles_support.standing import locked_open, refuse_if
from common.dates import local_day
from common.transitions import change

BATCH = 500


@transaction.atomic
def begin(
    *, request: AccessRequest, kind: str, key: str, by: Any, at: datetime, since: datetime | None = None
) -> Correction:
    """They chose what they would like to have done: now, or `since` a letter that says so was written."""
    request = locked_open(request)
    if earlier := Correction.objects.filter(request=request, key=key).first():
        return earlier
    refuse_if(rules.why_not_begin(state=request.status))
    new = Correction(request=request, kind=kind, key=key, begun_at=since or at, begun_by=by)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Correction.objects.get(request=request, key=key)  # the same form, sent twice at once
    _trail("files.correction.begun", new, by, at, kind=kind)
    return new


@transaction.atomic
def send(*, correction: Correction, on: date, seen: int, by: Any, at: datetime) -> Correction:
    locked_open(correction.request)
    now = _now(correction)
    refuse_if(
        rules.why_not_send(
            asked_on=now.asked_on, answered=now.answered_on is not None, on=on, today=local_day(at),
            begun=local_day(now.begun_at),
        )
    )  # fmt: skip
    change(correction, seen=seen, asked_on=on)
    _trail("files.correction.sent", correction, by, at)
    return correction


@transaction.atomic
def receive(*, correction: Correction, on: date, seen: int, by: Any, at: datetime) -> Correction:
    """They have it: their month begins on that day."""
    locked_open(correction.request)
    now = _now(correction)
    refuse_if(
        rules.why_not_receive(
            asked_on=now.asked_on, received_on=now.received_on, answered=now.answered_on is not None, on=on,
            today=local_day(at),
        )
    )  # fmt: skip
    change(correction, seen=seen, received_on=on)
    _trail("files.correction.received", correction, by, at)
    return correction


@transaction.atomic
def answer(*, correction: Correction, on: date, result: str, seen: int, by: Any, at: datetime) -> Correction:
    """What they did; or the person does not want it any more, which ends it at any time."""
    locked_open(correction.request)
    now = _now(correction)
    refuse_if(
        rules.why_not_answer(
            result=result if result in Correction.Result.values else "", asked_on=now.asked_on,
            received_on=now.received_on, answered=now.answered_on is not None, on=on, today=local_day(at),
        )
    )  # fmt: skip
    change(correction, seen=seen, answered_on=on, result=result)
    duties.settle(key=_duty(correction), by=by, at=at)
    _trail("files.correction.answered", correction, by, at, result=result)
    return correction


@transaction.atomic
def note_statement(*, correction: Correction, by: Any, at: datetime) -> None:
    """Their own words were printed. That they were is all that we keep."""
    _trail("files.correction.statement_printed", correction, by, at)


@transaction.atomic
def raise_late(*, by: Any, at: datetime) -> int:
    """Whose month is over without an answer. Answers how many there are."""
    today = local_day(at)
    waiting = Correction.objects.filter(received_on__isnull=False, answered_on=None).exclude(
        request__journey__status=Journey.Status.CLOSED
    )
    found = list(waiting.select_related("request__holder", "request__journey__person").order_by("received_on")[:BATCH])
    late = [one for one in found if clock_of_correction(one, on=today).late]
    for one in late:
        duties.raise_duty(
            key=_duty(one), kind="holder_is_late", journey=one.request.journey, due_on=today, about_ref=one.ref, by=by,
            at=at,
        )  # fmt: skip
    return len(late)


def _duty(correction: Correction) -> str:
    return f"correction:{correction.ref}:late"


def _now(correction: Correction) -> Correction:
    return Correction.objects.get(pk=correction.pk)


def _trail(verb: str, correction: Correction, by: Any, at: datetime, **detail: Any) -> None:
    request = correction.request
    about = request.journey.person
    audit.record(verb=verb, by=by, at=at, subject=correction, about=about, request=request.ref, **detail)
