"""Where learners work: they begin somewhere, move, and leave. What they have learned goes with them."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from places.models import Establishment
from training.models import CohortMember, Learner, Station
from training.rules import stations as rules

MOVED = "Somebody else moved this learner at the same moment. Look where they are now."


@transaction.atomic
def begin(*, learner: Learner, establishment: Establishment, job: str, since: date, by: Any, at: datetime) -> Station:
    """They work here. Who works here already keeps their station; who works elsewhere has moved here on that day."""
    Learner.objects.select_for_update().get(pk=learner.pk)
    now = learner.stations.current().select_related("establishment").first()
    if now is not None and now.establishment_id == establishment.pk:
        return now
    if now is not None:
        return move(station=now, establishment=establishment, job=job, day=since, by=by, at=at)
    if since > local_day(at):
        raise NotAllowed("The day cannot be in the future.")
    station = _open(learner, establishment, job, since, by)
    audit.record(verb="training.station.begun", by=by, at=at, subject=learner, place=establishment.code)
    return station


@transaction.atomic
def move(*, station: Station, establishment: Establishment, job: str, day: date, by: Any, at: datetime) -> Station:
    """A transfer: from this day they work at another prison. Its lead sees all that they have learned."""
    reasons = rules.why_not_move(
        since=station.since, day=day, today=local_day(at), same_place=station.establishment_id == establishment.pk
    )
    if reasons:
        raise NotAllowed(*reasons)
    _close(station, day, by)
    moved = _open(station.learner, establishment, job, day, by)
    audit.record(
        verb="training.station.moved", by=by, at=at, subject=station.learner, place=establishment.code,
        before=station.establishment.code,
    )  # fmt: skip
    return moved


@transaction.atomic
def leave(*, station: Station, day: date, by: Any, at: datetime) -> Station:
    """They do not work here any more, and are in no figure of it. Their record stays theirs."""
    if reasons := rules.why_not_leave(since=station.since, day=day, today=local_day(at)):
        raise NotAllowed(*reasons)
    _close(station, day, by)
    audit.record(verb="training.station.left", by=by, at=at, subject=station.learner, place=station.establishment.code)
    return station


def _close(station: Station, day: date, by: Any) -> None:
    """Of two who move somebody at once, one is told."""
    if not Station.objects.current().filter(pk=station.pk).update(until=day, ended_by=by):
        raise NotAllowed(MOVED)
    of_that_place = CohortMember.objects.filter(learner=station.learner_id, until=None)
    of_that_place.filter(cohort__establishment=station.establishment_id).update(until=day)
    station.refresh_from_db()


def _open(learner: Learner, establishment: Establishment, job: str, since: date, by: Any) -> Station:
    try:
        with transaction.atomic():
            return Station.objects.create(
                learner=learner, establishment=establishment, job=job, since=since, begun_by=by
            )
    except IntegrityError:
        raise NotAllowed(MOVED) from None
