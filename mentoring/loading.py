"""Loading a record for somebody: it must be theirs to see, and opening it leaves a Look."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from audit import actions as audit
from mentoring.models import (
    Addendum,
    Attendance,
    Correction,
    Cover,
    Draft,
    Group,
    Match,
    Meeting,
    Mentor,
    NoteRelease,
    PaperSheet,
    Session,
    Task,
)
from mentoring.models.note_releases import SESSIONS


def session(*, ref: str, by: Any, at: datetime) -> Session:
    """A session with everything its page shows; Http404 when it is not theirs. Each person in it gets a Look.

    Somebody who reads it only because the person released it gets the record as it stood then: no corrections, no
    concern, and nothing that was added later.
    """
    whole = Session.objects.directly_visible_to(by).filter(ref=ref).exists()
    corrections, addenda = Correction.objects.all(), Addendum.objects.all()
    if not whole:
        corrections, addenda = corrections.none(), addenda.filter(_written_before_the_release(by))
    found = (
        Session.objects.visible_to(by)
        .filter(ref=ref)
        .select_related("mentor__person", "establishment", "recorded_by", "concern", "group")
        .prefetch_related(
            Prefetch("attendance", Attendance.objects.select_related("match__person", "person").order_by("pk")),
            Prefetch("corrections", corrections.select_related("made_by").order_by("pk")),
            Prefetch("addenda", addenda.select_related("added_by").order_by("pk")),
        )
        .first()
    )
    if found is None:
        raise Http404
    if not whole:
        found.concern = None
    with transaction.atomic():
        for mark in found.attendance.all():
            audit.looked(verb="mentoring.session.opened", by=by, at=at, subject=found, about=mark.person)
    return found


def _written_before_the_release(reader: Any) -> Exists:
    releases = NoteRelease.objects.letting(reader, read=SESSIONS)
    return Exists(
        releases.filter(person__matches__attendance__session=OuterRef("session"), given_at__gte=OuterRef("added_at"))
    )


def meeting(*, ref: str, by: Any, at: datetime) -> Meeting:
    """A planned meeting; Http404 when it is not theirs. Whom it is with gets a Look."""
    found = Meeting.objects.visible_to(by).filter(ref=ref).for_lists().select_related("session", "repeat").first()
    if found is None:
        raise Http404
    about = found.match.person if found.match else None
    audit.looked(verb="mentoring.meeting.opened", by=by, at=at, subject=found, about=about)
    return found


def holder(*, group: Group, by: Any) -> Mentor | None:
    """Who is to hold a group’s next meeting: the mentor who asks, or else whoever has held it longest."""
    now = group.facilitators.filter(until=None).select_related("mentor__person").order_by("since", "pk")
    holders = [one.mentor for one in now]
    return next((mentor for mentor in holders if mentor.person.login_id == by.pk), holders[0] if holders else None)


def own_matches(*, by: Any) -> list[Match]:
    """The people a mentor walks alongside, by name, with where each is now."""
    return list(
        Match.objects.of_mentor_user(by)
        .select_related("person", "mentor")
        .prefetch_related("person__locations__establishment")
        .order_by("person__search_name", "pk")
    )


def matches_to_log(*, by: Any) -> list[Match]:
    """Their own matches, and after them those they cover today: with whom they may log a session."""
    own = own_matches(by=by)
    covered = Match.objects.covered_by_user(by).exclude(pk__in=[match.pk for match in own])
    return own + list(
        covered.select_related("person", "mentor")
        .prefetch_related("person__locations__establishment")
        .order_by("person__search_name", "pk")
        .distinct()
    )


def match_to_log(*, ref: str, by: Any) -> Match:
    for match in matches_to_log(by=by):
        if match.ref == ref:
            return match
    raise Http404


def matches_ever(*, refs: Iterable[str], by: Any) -> list[Match]:
    """Those of a mentor's matches, ended ones too, and those they ever covered by agreement: to say of a form that
    comes late why it can no longer be taken.
    """
    covered = Cover.objects.filter(mentor__person__login=by, answered_at__isnull=False).exclude(status="refused")
    theirs = Q(mentor__person__login=by) | Q(pk__in=covered.values("match"))
    named = Match.objects.filter(theirs, ref__in=list(refs))
    return list(named.select_related("person", "mentor").order_by("person__search_name", "pk"))


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


def sheet(*, ref: str, by: Any, at: datetime) -> PaperSheet:
    """A paper sheet of their team; Http404 when it is not theirs. The person whose name is on it gets a Look."""
    found = _sheets(by).filter(ref=ref).first()
    if found is None:
        raise Http404
    about = found.match.person if found.match else None
    audit.looked(verb="mentoring.sheet.opened", by=by, at=at, subject=found, about=about)
    return found


def stack(*, ref: str, by: Any, at: datetime) -> list[PaperSheet]:
    """The sheets that were printed together, by their places; Http404 when they are not theirs."""
    found = list(_sheets(by).filter(stack=ref).order_by("place"))
    if not found:
        raise Http404
    about = found[0].match.person if found[0].match else None
    audit.looked(verb="mentoring.sheet.opened", by=by, at=at, subject=found[0], about=about, stack=len(found))
    return found


def _sheets(by: Any) -> QuerySet[PaperSheet]:
    names = ("match__person", "match__mentor__person", "mentor__person", "team", "establishment", "of_group")
    who = ("printed_by", "keyed_by", "void_by", "names_told_by", "instead_of", "printed_again")
    return PaperSheet.objects.visible_to(by).select_related(*names, *who)
