"""Loading a request, or what is inside one, for somebody: theirs to see, and opening it leaves a Look on the person."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from audit import actions as audit
from casefiles_support.models import AccessRequest, Authority, Fact, Journey

OPENED = "files.request.opened"


def kept_request(*, ref: str, by: Any, at: datetime) -> AccessRequest:
    """One of a journey that they keep: for what staff write down."""
    kept = Journey.objects.kept_by(by).values("pk")
    return _opened(AccessRequest.objects.with_clock().filter(journey__in=kept), ref, by, at)


def decided_request(*, ref: str, by: Any, at: datetime) -> AccessRequest:
    """The person’s own, or one of a journey that they keep; Http404 for everybody else, as if there were none."""
    kept = Q(journey__in=Journey.objects.kept_by(by).values("pk")) | Q(journey__person__login=by)
    return _opened(AccessRequest.objects.with_clock().visible_to(by).filter(kept), ref, by, at)


def kept_fact(*, ref: str, by: Any, at: datetime) -> Fact:
    return _inside(Fact.objects, ref, by, at)


def kept_authority(*, ref: str, by: Any, at: datetime) -> Authority:
    return _inside(Authority.objects, ref, by, at)


def _inside(rows: Any, ref: str, by: Any, at: datetime) -> Any:
    kept = Journey.objects.kept_by(by).values("pk")
    found = rows.filter(request__journey__in=kept, ref=ref).select_related("request__journey__person").first()
    if found is None:
        raise Http404
    _look(found.request, by, at)
    return found


def _opened(rows: QuerySet[AccessRequest], ref: str, by: Any, at: datetime) -> AccessRequest:
    found = rows.filter(ref=ref).first()
    if found is None:
        raise Http404
    _look(found, by, at)
    return found


def _look(found: AccessRequest, by: Any, at: datetime) -> None:
    if found.journey.person.login_id != by.pk:
        audit.looked(verb=OPENED, by=by, at=at, subject=found, about=found.journey.person)
