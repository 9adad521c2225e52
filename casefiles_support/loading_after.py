"""Loading what comes after an answer: theirs to see, or 404; and each opening leaves a Look on the person.

`kept` is for what staff do: only whoever keeps the journey. Else the person may open their own, too. A safeguarding
lead sees none of it.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from audit import actions as audit
from casefiles_support.models import (
    AccessRequest,
    Complaint,
    Correction,
    Erasure,
    FamilyPlan,
    Journey,
    MissingItem,
    Redaction,
)


def journeys(user: Any, *, kept: bool = False) -> QuerySet[Journey]:
    """Those that somebody keeps; and their own, unless only what they keep is asked for."""
    mine = Journey.objects.kept_by(user).values("pk")
    if kept:
        return Journey.objects.filter(pk__in=mine)
    return Journey.objects.visible_to(user).filter(Q(pk__in=mine) | Q(person__login=user.pk))


def journey(*, ref: str, by: Any, at: datetime, verb: str, kept: bool = False) -> Journey:
    found = journeys(by, kept=kept).select_related("person__login", "team").filter(ref=ref).first()
    return _looked(found, found, by, at, verb)


def request(*, ref: str, by: Any, at: datetime, verb: str, kept: bool = False) -> AccessRequest:
    """With its holder, its person and its facts."""
    mine = AccessRequest.objects.filter(journey__in=journeys(by, kept=kept).values("pk")).with_clock()
    found = mine.filter(ref=ref).first()
    return _looked(found, found.journey if found else None, by, at, verb)


def redaction(*, ref: str, by: Any, at: datetime) -> Redaction:
    found = _inside(Redaction, ref, by, kept=True)
    return _looked(found, found.request.journey if found else None, by, at, "files.redaction.listed")


def missing_item(*, ref: str, by: Any, at: datetime) -> MissingItem:
    found = _inside(MissingItem, ref, by, kept=True)
    return _looked(found, found.request.journey if found else None, by, at, "files.missing_item.opened")


def correction(*, ref: str, by: Any, at: datetime, kept: bool = True) -> Correction:
    found = _inside(Correction, ref, by, kept=kept)
    return _looked(found, found.request.journey if found else None, by, at, "files.correction.opened")


def complaint(*, ref: str, by: Any, at: datetime) -> Complaint:
    found = _inside(Complaint, ref, by, kept=True)
    return _looked(found, found.request.journey if found else None, by, at, "files.complaint.opened")


def family_plan(*, ref: str, by: Any, at: datetime) -> FamilyPlan:
    mine = FamilyPlan.objects.filter(journey__in=journeys(by, kept=True).values("pk"))
    found = mine.select_related("journey__person__login").filter(ref=ref).first()
    return _looked(found, found.journey if found else None, by, at, "files.family_plan.opened")


def erasure(*, ref: str, by: Any, at: datetime, kept: bool = False) -> Erasure:
    mine = Erasure.objects.open().filter(journey__in=journeys(by, kept=kept).values("pk"))
    found = mine.select_related("journey__person__login").filter(ref=ref).first()
    return _looked(found, found.journey if found else None, by, at, "files.erasure.opened")


def erasure_to_agree(*, ref: str, by: Any, at: datetime) -> Erasure:
    """For the second name: whose it is stays closed to them."""
    found = Erasure.objects.to_agree(by).select_related("journey__team", "journey__person", "told_by").filter(ref=ref)
    return _looked(one := found.first(), one.journey if one else None, by, at, "files.erasure.opened")


def _inside(model: Any, ref: str, by: Any, *, kept: bool) -> Any:
    mine = model.objects.filter(request__journey__in=journeys(by, kept=kept).values("pk"))
    return mine.select_related("request__journey__person__login", "request__holder").filter(ref=ref).first()


def _looked(found: Any, of: Journey | None, by: Any, at: datetime, verb: str) -> Any:
    if found is None or of is None:
        raise Http404
    if of.person.login_id != by.pk:
        audit.looked(verb=verb, by=by, at=at, subject=found, about=of.person)
    return found
