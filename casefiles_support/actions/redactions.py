"""What was covered: noted by kind and pages, asked about, answered. What stands there is written nowhere."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.models import AccessRequest, Duty, MissingItem, Redaction
from casefiles_support.rules import redactions as rules
from casefiles_support.standing import locked_open, refuse_if
from common.dates import local_day
from common.transitions import change

KIND = "ask_for_pages"


@transaction.atomic
def note(
    *, request: AccessRequest, category: str, pages: int, reason_given: bool, key: str, by: Any, at: datetime
) -> Redaction:
    """One kind of covering, and on how many pages. We then offer to ask about it."""
    request = locked_open(request)
    if earlier := Redaction.objects.filter(request=request, key=key).first():
        return earlier
    refuse_if(rules.why_not_note(state=request.status, pages=pages))
    new = Redaction(
        request=request, category=category, pages=pages, reason_given=reason_given, key=key, noted_at=at, noted_by=by
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Redaction.objects.get(request=request, key=key)  # the same form, sent twice at once
    owe_asking(request=request, by=by, at=at)
    _trail("files.redaction.noted", new, by, at, category=category)
    return new


@transaction.atomic
def put_right(
    *, redaction: Redaction, category: str, pages: int, reason_given: bool, seen: int, by: Any, at: datetime
) -> Redaction:
    """The note was wrong. What was answered is not counted anew."""
    locked_open(redaction.request)
    refuse_if(rules.why_not_put_right(answered=_now(redaction).answered_on is not None, pages=pages))
    change(redaction, seen=seen, category=category, pages=pages, reason_given=reason_given)
    _trail("files.redaction.put_right", redaction, by, at, category=category)
    return redaction


@transaction.atomic
def ask(*, request: AccessRequest, on: date, by: Any, at: datetime, noted_by: datetime | None = None) -> int:
    """A letter asks about each of those that nobody has asked about yet. Answers how many. `noted_by`: when the letter
    was written, which names nothing that was noted later.
    """
    request = locked_open(request)
    waiting = list(Redaction.objects.filter(request=request, asked_on=None).order_by("noted_at"))
    waiting = [one for one in waiting if noted_by is None or one.noted_at <= noted_by]
    noted = local_day(waiting[-1].noted_at) if waiting else on
    refuse_if(rules.why_not_ask(on=on, today=local_day(at), noted=noted, there=len(waiting)))
    for one in waiting:
        change(one, seen=one.version, asked_on=on)
    asked(request=request, by=by, at=at)
    audit.record(
        verb="files.redaction.asked", by=by, at=at, subject=request, about=request.journey.person, items=len(waiting)
    )
    return len(waiting)


@transaction.atomic
def answer(*, redaction: Redaction, on: date, result: str, seen: int, by: Any, at: datetime) -> Redaction:
    """What came of asking. A later version than `seen` raises Stale."""
    locked_open(redaction.request)
    now = _now(redaction)
    wanted = result in Redaction.Result.values
    refuse_if(
        rules.why_not_answer(
            asked_on=now.asked_on, answered=now.answered_on is not None, on=on, today=local_day(at), wanted=wanted
        )
    )
    told = result in (Redaction.Result.EXPLAINED, Redaction.Result.UNCOVERED)
    change(redaction, seen=seen, answered_on=on, result=result, reason_given=now.reason_given or told)
    _trail("files.redaction.answered", redaction, by, at, result=result)
    return redaction


@transaction.atomic
def let_be(*, request: AccessRequest, by: Any, at: datetime) -> None:
    """They would rather not ask. That is a whole answer; they can still change their mind."""
    request = locked_open(request)
    for duty in _open(request):
        duties.settle(key=duty.key, by=by, at=at)
    audit.record(verb="files.redaction.let_be", by=by, at=at, subject=request, about=request.journey.person)


@transaction.atomic
def owe_asking(*, request: AccessRequest, by: Any, at: datetime) -> None:
    """Something was noted: whoever is in charge offers to ask about it. Once for each round of asking."""
    if _open(request).exists():
        return
    rounds = Duty.objects.filter(kind=KIND, about_ref=request.ref).count()
    duties.raise_duty(
        key=f"pages:{request.ref}:{rounds}", kind=KIND, journey=request.journey, about_ref=request.ref, by=by, at=at,
        due_on=local_day(at) + timedelta(days=rules.ASK_WITHIN),
    )  # fmt: skip


@transaction.atomic
def asked(*, request: AccessRequest, by: Any, at: datetime) -> None:
    """Some of it was asked: done once nothing is left that nobody has asked about."""
    covered = Redaction.objects.filter(request=request, asked_on=None).exists()
    missing = MissingItem.objects.filter(request=request, asked_on=None).exists()
    if not covered and not missing:
        for duty in _open(request):
            duties.fulfil(key=duty.key, by=by, at=at)


def _open(request: AccessRequest) -> QuerySet[Duty]:
    return Duty.objects.open().filter(kind=KIND, about_ref=request.ref)


def _now(redaction: Redaction) -> Redaction:
    return Redaction.objects.get(pk=redaction.pk)


def _trail(verb: str, redaction: Redaction, by: Any, at: datetime, **detail: Any) -> None:
    request = redaction.request
    about = request.journey.person
    audit.record(verb=verb, by=by, at=at, subject=redaction, about=about, request=request.ref, **detail)
