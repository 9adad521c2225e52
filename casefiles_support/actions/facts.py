"""Writing down what happened to a request. A fact is never changed: another one puts it right, and says why."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.actions import clocks
from casefiles_support.models import AccessRequest, Fact
from casefiles_support.rules import facts as rules
from common.dates import local_day
from common.transitions import NotAllowed


@transaction.atomic
def add(
    *, request: AccessRequest, kind: str, on: date, basis: str, key: str, by: Any, at: datetime, reason: str = ""
) -> Fact:
    """What happened, on what day, and how we know. The request moves where its facts then say."""
    request = entering.locked(request)
    if earlier := request.facts.filter(key=key).first() or _same(request, kind, on, basis, reason):
        return earlier
    new = Fact(request=request, kind=kind, on=on, basis=basis, reason=reason, key=key, entered_at=at, entered_by=by)
    _enter(new, by, at, verb="files.fact.added")
    return new


@transaction.atomic
def put_right(
    *, fact: Fact, kind: str, on: date, basis: str, because: str, key: str, by: Any, at: datetime, reason: str = ""
) -> Fact:
    """What was written down was wrong: this is how it was. Both stay, and only the newer one counts."""
    request = entering.locked(fact.request)
    if earlier := request.facts.filter(key=key).first():
        return earlier
    already = Fact.objects.filter(supersedes=fact).exists()
    if reasons := rules.why_not_put_right(because=because, already=already):
        raise NotAllowed(*reasons)
    new = Fact(
        request=request, kind=kind, on=on, basis=basis, reason=reason, key=key, entered_at=at, entered_by=by,
        supersedes=fact, superseding_because=because.strip(),
    )  # fmt: skip
    _enter(new, by, at, verb="files.fact.put_right")
    return new


def _same(request: AccessRequest, kind: str, on: date, basis: str, reason: str) -> Fact | None:
    """Two people who write down the same thing have written it down once."""
    there = request.facts.standing().filter(kind=kind, on=on, basis=basis)
    return next((fact for fact in there if fact.reason == reason), None)


def _enter(new: Fact, by: Any, at: datetime, *, verb: str) -> None:
    request, today = new.request, local_day(at)
    reasons = rules.why_not_add(
        kind=new.kind, on=new.on, basis=new.basis, today=today, state=request.status,
        elsewhere=entering.elsewhere(request), sent_on=entering.sent_on(request),
        puts_right=new.supersedes is not None,
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as clash:
        raise NotAllowed("This was written down already. Look at the newest one.") from clash
    was = entering.follow(request, added=new.kind, on=today)
    clocks.follow(request=request, by=by, at=at)
    audit.record(
        verb=verb, by=by, at=at, subject=new, about=request.journey.person, request=request.ref, kind=new.kind,
        was=was, stands=request.status,
    )  # fmt: skip
