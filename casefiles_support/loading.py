"""Loading a journey for somebody: it must be theirs to see, and opening it leaves a Look on the person."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import Http404

from audit import actions as audit
from casefiles_support.models import Journey
from casefiles_support.models.journeys import JourneyQuerySet

OPENED = "files.journey.opened"


def journey(*, ref: str, by: Any, at: datetime, verb: str = OPENED) -> Journey:
    """A journey that they may read; Http404 for everybody else, as if there were none."""
    return _opened(Journey.objects.visible_to(by), ref, by, at, verb)


def kept_journey(*, ref: str, by: Any, at: datetime, verb: str = OPENED) -> Journey:
    """A journey that they keep as its file supporter: for what staff do. Neither the person nor a lead."""
    return _opened(Journey.objects.kept_by(by), ref, by, at, verb)


def decided_journey(*, ref: str, by: Any, at: datetime, verb: str = OPENED) -> Journey:
    """The person’s own, or one that they keep: for what the person decides, and may say to whoever keeps it."""
    kept = Journey.objects.kept_by(by).values("pk")
    return _opened(Journey.objects.visible_to(by).filter(Q(pk__in=kept) | Q(person__login=by)), ref, by, at, verb)


def _opened(found: JourneyQuerySet, ref: str, by: Any, at: datetime, verb: str) -> Journey:
    one = found.filter(ref=ref).select_related("person__login", "team").first()
    if one is None:
        raise Http404
    if one.person.login_id != by.pk:
        audit.looked(verb=verb, by=by, at=at, subject=one, about=one.person)
    return one
