"""Loading what belongs to the care of mentors: it must be theirs to see, and opening it leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from audit import actions as audit
from mentoring.models import (
    Batch,
    Claim,
    ClaimLine,
    Cover,
    Debrief,
    Leave,
    Match,
    Mentor,
    Receipt,
    Session,
    Supervision,
)


class NotAMentorYet(Http404):
    """Somebody has the login of a mentor and is none yet."""


def one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def mentor(*, ref: str, by: Any, at: datetime, verb: str = "mentoring.mentor.looked_after") -> Mentor:
    """A mentor whom these staff look after; never themselves. Http404 for everybody else."""
    others = Mentor.objects.visible_to(by).exclude(person__login=by)
    found: Mentor = one(others.select_related("person__login", "team", "supervisor"), ref)
    audit.looked(verb=verb, by=by, at=at, subject=found, about=found.person)
    return found


def own_mentor(*, by: Any) -> Mentor:
    """The mentor who signs in as this user, however they stand: somebody resting or suspended reads their own pages."""
    found = Mentor.objects.filter(person__login=by).select_related("person__login", "team", "supervisor").first()
    if found is None:
        raise NotAMentorYet
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


def claim(*, ref: str, by: Any, at: datetime) -> Claim:
    """A claim of their own, or one that they may decide about, with its lines. Staff leave a Look."""
    lines = Prefetch("lines", ClaimLine.objects.select_related("receipt").order_by("spent_on", "pk"))
    visible = Claim.objects.visible_to(by).select_related("mentor__person__login", "team", "decided_by", "batch")
    found: Claim = one(visible.prefetch_related(lines), ref)
    audit.looked(verb="mentoring.claim.opened", by=by, at=at, subject=found, about=found.mentor.person)
    return found


def receipt(*, ref: str, by: Any, at: datetime) -> Receipt:
    found: Receipt = one(Receipt.objects.visible_to(by).select_related("line__claim__mentor__person"), ref)
    audit.looked(verb="mentoring.receipt.opened", by=by, at=at, subject=found, about=found.line.claim.mentor.person)
    return found


def batch(*, ref: str, by: Any, at: datetime) -> Batch:
    found: Batch = one(Batch.objects.visible_to(by).select_related("made_by", "paid_by"), ref)
    audit.looked(verb="mentoring.batch.opened", by=by, at=at, subject=found)
    return found


def leave(*, ref: str, by: Any, at: datetime) -> Leave:
    found: Leave = one(Leave.objects.visible_to(by).select_related("mentor__person__login", "told_by"), ref)
    audit.looked(verb="mentoring.leave.opened", by=by, at=at, subject=found, about=found.mentor.person)
    return found


def leave_and_match(*, ref: str, match_ref: str, by: Any, at: datetime) -> tuple[Leave, Match]:
    """A leave and one of the matches of the mentor who is away; the person's record gets the Look."""
    found: Leave = one(Leave.objects.visible_to(by).select_related("mentor__person"), ref)
    theirs = Match.objects.visible_to(by).filter(mentor=found.mentor_id).select_related("person", "mentor__person")
    match: Match = one(theirs, match_ref)
    audit.looked(verb="mentoring.leave.opened", by=by, at=at, subject=found, about=match.person)
    return found, match


def cover(*, ref: str, by: Any, at: datetime) -> Cover:
    visible = Cover.objects.visible_to(by).select_related("leave__mentor", "match__person", "mentor__person")
    found: Cover = one(visible, ref)
    audit.looked(verb="mentoring.cover.opened", by=by, at=at, subject=found, about=found.match.person)
    return found
