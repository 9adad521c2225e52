"""Loading a journey and what is in it: theirs to see, or 404; and each opening leaves a Look about the person."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from audit import actions as audit
from casefiles_support.models import Journey, Pack


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def journey(*, ref: str, by: Any, at: datetime, verb: str = "files.journey.opened") -> Journey:
    """A journey that `by` may read, their own excepted: that is at /files/mine/."""
    readable = Journey.objects.visible_to(by).exclude(person__login=by).select_related("person__team", "team")
    found: Journey = _one(readable, ref)
    audit.looked(verb=verb, by=by, at=at, subject=found, about=found.person)
    return found


def mine(*, by: Any, at: datetime, verb: str = "files.journey.opened_mine") -> Journey | None:
    """One’s own newest journey; None where there is none, which is no secret to oneself."""
    own = Journey.objects.filter(person__login=by).select_related("person__team", "team").order_by("-pk").first()
    if own is not None:
        audit.looked(verb=verb, by=by, at=at, subject=own, about=own.person)
    return own


def alongside(*, ref: str, by: Any, at: datetime) -> Journey:
    """A journey in which `by` is the mentor whom the person named."""
    found: Journey = _one(Journey.objects.open().alongside(by).select_related("person"), ref)
    audit.looked(verb="files.journey.opened_alongside", by=by, at=at, subject=found, about=found.person)
    return found


def pack(*, journey: Journey, ref: str) -> Pack:
    """A pack of a journey that was loaded."""
    return _one(Pack.objects.filter(journey=journey), ref)
