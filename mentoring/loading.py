"""Loading a record for somebody: it must be theirs to see, and opening it leaves a Look."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404

from audit import actions as audit
from mentoring.models import Addendum, Attendance, Correction, Draft, Match, Mentor, Session, Task


def session(*, ref: str, by: Any, at: datetime) -> Session:
    """A session with everything its page shows; Http404 when it is not theirs. Each person in it gets a Look."""
    found = (
        Session.objects.visible_to(by)
        .filter(ref=ref)
        .select_related("mentor__person", "establishment", "recorded_by", "concern")
        .prefetch_related(
            Prefetch("attendance", Attendance.objects.select_related("match__person").order_by("pk")),
            Prefetch("corrections", Correction.objects.select_related("made_by").order_by("pk")),
            Prefetch("addenda", Addendum.objects.select_related("added_by").order_by("pk")),
        )
        .first()
    )
    if found is None:
        raise Http404
    with transaction.atomic():
        for mark in found.attendance.all():
            audit.looked(verb="mentoring.session.opened", by=by, at=at, subject=found, about=mark.match.person)
    return found


def own_matches(*, by: Any) -> list[Match]:
    """The people a mentor walks alongside, by name, with where each is now."""
    return list(
        Match.objects.of_mentor_user(by)
        .select_related("person", "mentor")
        .prefetch_related("person__locations__establishment")
        .order_by("person__search_name", "pk")
    )


def own_match(*, ref: str, by: Any) -> Match:
    for match in own_matches(by=by):
        if match.ref == ref:
            return match
    raise Http404


def own_mentor(*, by: Any) -> Mentor:
    mentor = Mentor.objects.of_user(by).first()
    if mentor is None:
        raise Http404
    return mentor


def own_draft(*, ref: str, by: Any) -> Draft | None:
    return Draft.objects.of(by).filter(ref=ref).first()


def task(*, ref: str, by: Any, at: datetime) -> Task:
    """A task of one of their teams, with what it is about; Http404 for everybody else."""
    found = (
        Task.objects.visible_to(by)
        .filter(ref=ref)
        .select_related("person", "match", "mentor__person", "team", "done_by")
        .first()
    )
    if found is None:
        raise Http404
    audit.looked(verb="mentoring.task.opened", by=by, at=at, subject=found, about=found.person)
    return found
