"""Loading what belongs to the care of mentors: it must be theirs to see, and opening it leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from audit import actions as audit
from mentoring.models import Debrief, Mentor, Session, Supervision


def one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def mentor(*, ref: str, by: Any, at: datetime, verb: str = "mentoring.mentor.opened") -> Mentor:
    """A mentor whom these staff look after; never themselves. Http404 for everybody else."""
    others = Mentor.objects.visible_to(by).exclude(person__login=by)
    found: Mentor = one(others.select_related("person__login", "team", "supervisor"), ref)
    audit.looked(verb=verb, by=by, at=at, subject=found, about=found.person)
    return found


def own_mentor(*, by: Any) -> Mentor:
    """The mentor who signs in as this user, however they stand: somebody resting or suspended reads their own pages."""
    found = Mentor.objects.filter(person__login=by).select_related("person__login", "team", "supervisor").first()
    if found is None:
        raise Http404
    return found


def supervision(*, ref: str, by: Any, at: datetime) -> Supervision:
    found: Supervision = one(
        Supervision.objects.visible_to(by).select_related("mentor__person__login", "supervisor", "written_by"), ref
    )
    audit.looked(verb="mentoring.supervision.opened", by=by, at=at, subject=found, about=found.mentor.person)
    return found


def own_supervision(*, ref: str, by: Any) -> Supervision:
    return one(Supervision.objects.of_user(by).select_related("mentor__person", "supervisor"), ref)


def debrief(*, ref: str, by: Any, at: datetime) -> Debrief:
    found: Debrief = one(
        Debrief.objects.visible_to(by).select_related("mentor__person__login", "session", "offered_by", "closed_by"),
        ref,
    )
    audit.looked(verb="mentoring.debrief.opened", by=by, at=at, subject=found, about=found.mentor.person)
    return found


def own_session(*, ref: str, by: Any) -> Session:
    """A session that this mentor recorded themselves, and may still see."""
    return one(Session.objects.visible_to(by).filter(mentor__person__login=by).select_related("mentor__person"), ref)
