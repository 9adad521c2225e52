"""Loading advocacy, endings and follow-ups: theirs to see, or 404; and each opening leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from audit import actions as audit
from mentoring.models import AdvocacyEvent, AdvocacyIssue, Ending, FollowUp


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def issue(*, ref: str, by: Any, at: datetime) -> AdvocacyIssue:
    """With its history and its people."""
    events = AdvocacyEvent.objects.select_related("written_by").order_by("on", "pk")
    found: AdvocacyIssue = _one(
        AdvocacyIssue.objects.visible_to(by)
        .select_related("person__team", "match__mentor__person", *POST_PLACES)
        .prefetch_related(Prefetch("events", events)),
        ref,
    )
    audit.looked(verb="mentoring.advocacy.viewed", by=by, at=at, subject=found, about=found.person)
    return found


# The place of the post that was asked, whichever kind it is.
POST_PLACES = [
    f"to_post__{kind}" for kind in ("establishment", "authority", "probation_region", "organisation", "team")
]


def ending(*, ref: str, by: Any, at: datetime) -> Ending:
    endings = Ending.objects.visible_to(by).select_related(
        "match__person__team", "match__person__login", "match__mentor__person"
    )
    found: Ending = _one(endings, ref)
    audit.looked(verb="mentoring.ending.opened", by=by, at=at, subject=found, about=found.match.person)
    return found


def follow_up(*, ref: str, by: Any, at: datetime) -> FollowUp:
    found: FollowUp = _one(FollowUp.objects.visible_to(by).select_related("ending__match__person__team"), ref)
    audit.looked(verb="mentoring.follow_up.opened", by=by, at=at, subject=found, about=found.ending.match.person)
    return found
