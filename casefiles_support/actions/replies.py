"""Writing down what a holder wrote or said: which of a list it was, and when. The letter itself is never kept."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering, owing
from casefiles_support.actions import duties, facts
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Fact, Reply
from casefiles_support.rules import replies as rules
from common.dates import local_day
from common.transitions import NotAllowed, change

# An unanswered question is the most urgent thing there is: it can end a request in silence.
ANSWER_WITHIN = timedelta(days=3)
BASIS = {Reply.Way.LETTER: Fact.Basis.LETTER, Reply.Way.EMAIL: Fact.Basis.LETTER}
POST = (Fact.Kind.HANDED_IN, Fact.Kind.POSTED)


@transaction.atomic
def write_down(
    *, request: AccessRequest, kind: str, way: str, on: date, key: str, by: Any, at: datetime,
    asks_until: date | None = None, reason: str = "",
) -> Reply:  # fmt: skip
    """What came, told to the clock; the request goes where it says, and the next letter is offered."""
    request = entering.locked(request)
    if earlier := Reply.objects.filter(request=request, key=key).first():
        return earlier
    _refuse_if(_why_not(request, kind, on, at, reason))
    new = Reply(
        request=request, kind=kind, way=way, on=on, asks_until=asks_until, key=key, written_at=at, written_by=by
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Reply.objects.get(request=request, key=key)  # the same form, sent twice at once
    was = request.status
    _tell_clock(new, reason.strip(), by, at)
    request.refresh_from_db()
    _heard_from(request, on)
    _owe(request, new, was, by, at)
    audit.record(
        verb="files.reply.written", by=by, at=at, subject=new, about=request.journey.person, request=request.ref,
        kind=kind, stands=request.status,
    )  # fmt: skip
    return new


@transaction.atomic
def explain(*, reply: Reply, on: date, by: Any, at: datetime) -> Reply:
    """Somebody went through it with the person."""
    if on > local_day(at) or on < reply.on:
        raise NotAllowed("The day is between the day when it came and today.")
    if not Reply.objects.filter(pk=reply.pk, explained_on=None).update(explained_on=on):
        raise NotAllowed("It is written down already that this was explained.")
    reply.refresh_from_db()
    audit.record(verb="files.reply.explained", by=by, at=at, subject=reply, about=reply.request.journey.person)
    return reply


def _why_not(request: AccessRequest, kind: str, on: date, at: datetime, reason: str) -> list[str]:
    posted = request.facts.standing().filter(kind__in=POST).order_by("on").first()
    return rules.why_not_write_down(
        kind=kind, state=request.status, on=on, today=local_day(at), sent_on=posted.on if posted else None,
        reason=reason, due=clock_of(request, on=on).due,
    )  # fmt: skip


def _heard_from(request: AccessRequest, on: date) -> None:
    """The day of the last word from them, from which the way to the regulator is counted."""
    if request.last_contact_on is None or request.last_contact_on < on:
        change(request, seen=request.version, last_contact_on=on)


def _tell_clock(reply: Reply, reason: str, by: Any, at: datetime) -> None:
    """A fact moves the request where the facts then say; being stopped for want of an answer is told to no clock."""
    found = rules.KINDS[reply.kind]
    if found.fact:
        basis, key = BASIS.get(Reply.Way(reply.way), Fact.Basis.PHONE), f"reply:{reply.ref}"
        facts.add(
            request=reply.request, kind=found.fact, on=reply.on, basis=basis, key=key, by=by, at=at, reason=reason
        )
    elif reply.kind == rules.STOPPED:
        entering.go(reply.request, "lapse")


def _owe(request: AccessRequest, reply: Reply, was: str, by: Any, at: datetime) -> None:
    if reply.kind == "question":
        duties.raise_duty(
            key=owing.question(request), kind="answer_the_question", journey=request.journey,
            due_on=max(reply.on + ANSWER_WITHIN, local_day(at)), about_ref=request.ref, by=by, at=at,
        )  # fmt: skip
    if reply.kind in {"answer_came", rules.STOPPED} or rules.KINDS[reply.kind].answers:
        duties.settle(key=owing.question(request), by=by, at=at)
    if request.status != was:
        duties.settle(key=owing.receipt(request), by=by, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
