"""What the clocks of requests make us owe: asked for each night, and done once what happened is written down."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from casefiles_support.actions import duties
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Duty
from casefiles_support.rules import clocks as rules
from casefiles_support.rules.facts import Known
from casefiles_support.rules.requests import UNDER_WAY
from common.dates import local_day

BATCH = 200


@transaction.atomic
def raise_due(*, by: Any, at: datetime, after: int = 0) -> int:
    """Ask for what is owed by today, in one batch of requests; answers the last of them, 0 when there are no more."""
    today = local_day(at)
    batch = AccessRequest.objects.with_clock().filter(status__in=UNDER_WAY, pk__gt=after).order_by("pk")[:BATCH]
    last = 0
    for request in batch:
        last = request.pk
        for one in _owed(request, today):
            if one.due_on <= today:
                duties.raise_duty(
                    key=one.key, kind=one.kind, journey=request.journey, due_on=max(one.due_on, today),
                    about_ref=request.ref, by=by, at=at,
                )  # fmt: skip
    return last


@transaction.atomic
def follow(*, request: AccessRequest, by: Any, at: datetime) -> None:
    """Something was written down: what the clock no longer asks for is done."""
    for key in _no_longer(request, local_day(at)):
        duties.fulfil(key=key, by=by, at=at)


@transaction.atomic
def stop(*, request: AccessRequest, by: Any, at: datetime) -> None:
    """It is over: nothing is owed any more for its clock."""
    for key in _no_longer(request, local_day(at)):
        duties.settle(key=key, by=by, at=at)


def _no_longer(request: AccessRequest, today: date) -> list[str]:
    still = {one.key for one in _owed(request, today)}
    there = Duty.objects.open().filter(journey=request.journey_id, about_ref=request.ref, kind__in=rules.KINDS)
    return [key for key in there.order_by("pk").values_list("key", flat=True) if key not in still]


def _owed(request: AccessRequest, today: date) -> list[rules.Owed]:
    facts = list(request.facts.all())
    put_right = {fact.supersedes_id for fact in facts}
    known = [fact for fact in facts if fact.pk not in put_right]
    return rules.owed(
        ref=request.ref,
        state=request.status,
        clock=clock_of(request, on=today),
        facts=[Known(fact.kind, fact.on) for fact in known],
        confirmed=any(fact.kind == "received" and fact.basis != "assumed" for fact in known),
        on=today,
    )
