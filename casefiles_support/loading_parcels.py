"""Loading papers, times to read and what follows: theirs to see, or 404; and each opening leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from accounts.roles import Role
from audit import actions as audit
from casefiles_support.models import (
    AccessRequest,
    Debrief,
    FollowUp,
    Journey,
    Parcel,
    Place,
    SafetyHold,
    Sitting,
)
from casefiles_support.models.safety_holds import SafetyHoldQuerySet


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def _kept(model: Any, by: Any) -> QuerySet:
    """Those of the journeys that a file supporter works on: for what staff do. Nobody looks after their own."""
    way = model.WAY
    kept = Journey.objects.kept_by(by).values("pk")
    return model.objects.filter(**{f"{way}__in": kept}).select_related(f"{way}__person__login")


def _readable(model: Any, by: Any) -> QuerySet:
    """With those that a safeguarding lead reads because of a safety hold. One’s own are on one’s own page."""
    way = model.WAY
    return model.objects.visible_to(by).exclude(**{f"{way}__person__login": by}).select_related(f"{way}__person__login")


def journey(*, ref: str, by: Any, at: datetime) -> Journey:
    """A journey whose papers and times to read are asked for."""
    readable = Journey.objects.visible_to(by).exclude(person__login=by).select_related("person__login", "team")
    return _looked_at(_one(readable, ref), by, at)


def kept_journey(*, ref: str, by: Any, at: datetime) -> Journey:
    """One for which a time to read is planned."""
    return _looked_at(_one(Journey.objects.kept_by(by).select_related("person__login", "team"), ref), by, at)


def _looked_at(found: Journey, by: Any, at: datetime) -> Journey:
    audit.looked(verb="files.parcel.listed", by=by, at=at, subject=found, about=found.person)
    return found


def request(*, ref: str, by: Any, at: datetime) -> AccessRequest:
    """A request for which papers come."""
    found: AccessRequest = _one(_kept(AccessRequest, by).select_related("journey__team"), ref)
    audit.looked(verb="files.parcel.listed", by=by, at=at, subject=found, about=found.journey.person)
    return found


def parcel(*, ref: str, by: Any, at: datetime) -> Parcel:
    """For what staff do with it."""
    return _opened(_kept(Parcel, by), ref, by, at)


def parcel_to_read(*, ref: str, by: Any, at: datetime) -> Parcel:
    return _opened(_readable(Parcel, by), ref, by, at)


def _opened(parcels: QuerySet, ref: str, by: Any, at: datetime) -> Parcel:
    found: Parcel = _one(parcels.select_related("request__journey__team", "told_by"), ref)
    audit.looked(verb="files.parcel.opened", by=by, at=at, subject=found, about=found.request.journey.person)
    return found


def lost() -> QuerySet[Parcel]:
    """All that is lost now, for those who answer for the programme: without whose it is."""
    found = Parcel.objects.filter(status=Place.LOST).select_related("request__journey__team", "breach_begun_by")
    return found.prefetch_related("moves__recorded_by").order_by("breach_begun_at", "pk")


def lost_parcel(*, ref: str) -> Parcel:
    return _one(lost().select_related("request__journey__person"), ref)


def sitting(*, ref: str, by: Any, at: datetime, verb: str = "files.sitting.opened") -> Sitting:
    names = ("cover_next_day", "cover_day_after", "journey__team")
    found: Sitting = _one(_kept(Sitting, by).select_related(*names), ref)
    audit.looked(verb=verb, by=by, at=at, subject=found, about=found.journey.person)
    return found


def follow_up(*, ref: str, by: Any, at: datetime) -> FollowUp:
    found: FollowUp = _one(_kept(FollowUp, by).select_related("journey__person", "sitting"), ref)
    audit.looked(verb="files.follow_up.opened", by=by, at=at, subject=found, about=found.journey.person)
    return found


def debrief(*, ref: str, by: Any, at: datetime) -> Debrief:
    whose = ("sitting__journey__person", "supporter__login", "supporter__mentor__person")
    found: Debrief = _one(_kept(Debrief, by).select_related(*whose), ref)
    audit.looked(verb="files.debrief.opened", by=by, at=at, subject=found, about=found.sitting.journey.person)
    return found


def safety_holds(by: Any) -> SafetyHoldQuerySet:
    """Those of the journeys one may read; for a programme manager, those that were asked for once more."""
    found = SafetyHold.objects.filter(pk__in=_readable(SafetyHold, by).values("pk"))
    if by.has_role(Role.PROGRAMME_MANAGER):
        found |= SafetyHold.objects.filter(again_of__isnull=False).exclude(journey__person__login=by)
    return found.select_related("journey__person__login", "journey__team", "asked_by", "agreed_by", "again_by")


def safety_hold(*, ref: str, by: Any, at: datetime) -> SafetyHold:
    found: SafetyHold = _one(safety_holds(by), ref)
    audit.looked(verb="files.safety_hold.opened", by=by, at=at, subject=found, about=found.journey.person)
    return found
