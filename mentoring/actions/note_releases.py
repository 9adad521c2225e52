"""A person lets a later mentor read what was written before, and takes that back."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring.models import Match, NoteRelease, Session
from mentoring.rules import note_releases as rules


@transaction.atomic
def give(
    *, match: Match, sessions: bool, goal_notes: bool, how: str, by: Any, at: datetime, until: date | None = None
) -> NoteRelease:
    """The person said yes: the mentor of `match` may read what was written until now."""
    reasons = rules.why_not_release(
        match_is_over=match.status == Match.Status.ENDED,
        anything=sessions or goal_notes,
        until=until,
        today=local_day(at),
        had_another=_met_another(match),
    )
    if reasons:
        raise NotAllowed(*reasons)
    new = NoteRelease(
        person=match.person, to_match=match, sessions=sessions, goal_notes=goal_notes, how=how, until=until,
        given_at=at, given_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed("This mentor may read earlier notes already. Take that back first to change it.") from None
    audit.record(verb="mentoring.note_release.given", by=by, at=at, subject=new, about=new.person)
    return new


@transaction.atomic
def take_back(*, release: NoteRelease, by: Any, at: datetime) -> NoteRelease:
    """From the next page the mentor opens, they read none of it."""
    standing = NoteRelease.objects.standing().filter(pk=release.pk)
    if not standing.update(taken_back_at=at, taken_back_by=by):
        raise NotAllowed("It was taken back already.")
    release.refresh_from_db()
    audit.record(verb="mentoring.note_release.taken_back", by=by, at=at, subject=release, about=release.person)
    return release


def _met_another(match: Match) -> bool:
    """Whether somebody else ever wrote about them: in another match, or while they covered for this mentor."""
    if Match.objects.filter(person=match.person_id).exclude(pk=match.pk).exists():
        return True
    return Session.objects.filter(attendance__match=match).exclude(mentor=match.mentor_id).exists()
