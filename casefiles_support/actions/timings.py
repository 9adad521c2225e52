"""Deleting a journey with all that is in it, and keeping of each request only how long its holder took."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support.clocks import clock_of
from casefiles_support.models import (
    AccessRequest,
    Checkpoint,
    Choice,
    Erasure,
    Fact,
    HoldingMove,
    Journey,
    Timing,
)
from casefiles_support.rules import erasures as rules
from casefiles_support.rules import timings
from casefiles_support.standing import refuse_if
from common.dates import local_day
from common.transitions import NotAllowed, move

ANSWERS = (Fact.Kind.FULL_REPLY, Fact.Kind.REFUSAL, Fact.Kind.NO_RECORDS)
Closed = AccessRequest.Status.CLOSED


@transaction.atomic
def erase(*, erasure: Erasure, by: Any, at: datetime) -> None:
    """A second name agrees, and all of it goes at once. The trail keeps what was done, without a word of anybody’s."""
    journeys = Journey.objects.select_for_update(of=("self",)).select_related("person")
    journey = journeys.filter(erasures=erasure.pk).first()
    if journey is None:
        raise NotAllowed("It has been deleted already.")
    erasure = Erasure.objects.get(pk=erasure.pk)
    refuse_if(
        rules.why_not_agree(
            why=erasure.why, closed=journey.status == Journey.Status.CLOSED, told_on=erasure.told_on,
            could_not_tell=erasure.told_how == Erasure.How.NOT_FOUND, today=local_day(at),
            same_person=by.pk in (erasure.asked_by_id, erasure.told_by_id, journey.person.login_id),
        )
    )  # fmt: skip
    move(erasure, to=Erasure.Status.ASKED, frm={Erasure.Status.ASKED}, agreed_at=at, agreed_by=by)
    for request in journey.requests.with_clock().select_related("holder", "evaluation").prefetch_related("redactions"):
        _keep(request, local_day(at))
    _delete(journey)
    audit.record(verb="files.journey.erased", by=by, at=at, subject=journey, about=journey.person, erasure=erasure.ref)


def _keep(request: AccessRequest, on: date) -> None:
    """How long this holder took: a quarter of a year, and days that belong to nobody. Nothing, where it never came."""
    standing = [fact for fact in request.facts.all() if not hasattr(fact, "superseded_by")]
    received = min((fact.on for fact in standing if fact.kind == Fact.Kind.RECEIVED), default=None)
    if received is None:
        return
    answered = min((fact.on for fact in standing if fact.kind in ANSWERS), default=None)
    clock = clock_of(request, on=on)
    left = timings.left_of(received=received, answered=answered, due=clock.due, late=clock.late, on=on)
    noticed = any(fact.kind == Fact.Kind.EXTENSION_NOTICE for fact in standing)
    said = getattr(request, "evaluation", None)
    Timing.objects.create(
        holder=request.holder, year=left.year, quarter=left.quarter, days_taken=left.days_taken,
        days_late=left.days_late, unsure=clock.estimated and answered is not None,
        extended=clock.extension_valid, notice_failed=noticed and not clock.extension_valid,
        outcome=request.before if request.status == Closed else request.status,
        offered_support=said.holder_offered_support if said else "",
        covered=timings.pages_by_category((one.category, one.pages) for one in request.redactions.all()),
    )  # fmt: skip


def _delete(journey: Journey) -> None:
    """Rows that are only added go first, while the agreement to delete still stands beside them: the database asks."""
    HoldingMove.objects.filter(parcel__request__journey=journey).delete()
    Fact.objects.filter(request__journey=journey).delete()
    Checkpoint.objects.filter(journey=journey).delete()
    Choice.objects.filter(journey=journey).delete()
    # The row of the database goes; the object still says in the trail which one it was.
    Journey.objects.filter(pk=journey.pk).delete()
