"""The end of a request: stopped by the person at any time, stopped by a holder, closed, opened again."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.actions import clocks
from casefiles_support.models import AccessRequest, Complaint, Parcel, Sitting
from casefiles_support.rules.requests import Around
from common.dates import local_day
from common.transitions import NotAllowed


@transaction.atomic
def withdraw(*, request: AccessRequest, by: Any, at: datetime) -> AccessRequest:
    """They do not want to go on. No reason is asked for, and it is not a failure. A letter may tell the holder."""
    request = entering.locked(request)
    if request.status == AccessRequest.Status.WITHDRAWN:
        return request
    was = request.status
    entering.go(request, "withdraw")
    clocks.stop(request=request, by=by, at=at)
    _trail("files.request.withdrawn", request, by, at, was=was)
    return request


@transaction.atomic
def lapse(*, request: AccessRequest, by: Any, at: datetime) -> AccessRequest:
    """The holder stopped, since nobody answered its question. Asking again is a new request; the old facts stay."""
    request = entering.locked(request)
    entering.go(request, "lapse")
    clocks.stop(request=request, by=by, at=at)
    _trail("files.request.lapsed", request, by, at)
    return request


@transaction.atomic
def close(*, request: AccessRequest, told: bool, offered: bool, by: Any, at: datetime) -> AccessRequest:
    """`told`: the person knows how it ended. `offered`: they were told what they can do next, and may have said no."""
    request = entering.locked(request)
    was = request.status
    around = _around(request, told=told, offered=offered)
    entering.go(request, "close", around=around, before=was, closed_on=local_day(at))
    clocks.stop(request=request, by=by, at=at)
    _trail("files.request.closed", request, by, at, was=was)
    return request


@transaction.atomic
def reopen(*, request: AccessRequest, by: Any, at: datetime) -> AccessRequest:
    """Back to where it was: nothing that happened is lost."""
    request = entering.locked(request)
    try:
        with transaction.atomic():
            entering.go(request, "reopen", before="", closed_on=None)
    except IntegrityError as clash:
        raise NotAllowed("There is a newer request to this holder. Go on with that one.") from clash
    _trail("files.request.reopened", request, by, at, stands=request.status)
    return request


def _around(request: AccessRequest, *, told: bool, offered: bool) -> Around:
    regulator = Complaint.objects.filter(request=request, to=Complaint.To.REGULATOR, status=Complaint.Status.ANSWERED)
    came = Parcel.objects.filter(request=request, arrived_on__isnull=False)
    held = Sitting.objects.filter(journey=request.journey_id, status__in=Sitting.HELD, follow_ups=None)
    return Around(
        told=told,
        offered=offered,
        regulator_answered=regulator.exists(),
        untold=came.filter(told_on=None).exists(),
        unplanned=came.exists() and held.exists(),
    )


def _trail(verb: str, request: AccessRequest, by: Any, at: datetime, **detail: Any) -> None:
    audit.record(verb=verb, by=by, at=at, subject=request, about=request.journey.person, **detail)
