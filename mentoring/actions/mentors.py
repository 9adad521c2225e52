"""What can happen to a mentor."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.models import Mentor
from people.models import Person
from places.models import Team

# Where each status may be come to from. Recruitment's own steps come before `training`.
MOVES: dict[str, frozenset[str]] = {
    Mentor.Status.TRAINING: frozenset({Mentor.Status.APPLYING}),
    Mentor.Status.ACTIVE: frozenset({Mentor.Status.TRAINING, Mentor.Status.RESTING, Mentor.Status.SUSPENDED}),
    Mentor.Status.RESTING: frozenset({Mentor.Status.ACTIVE}),
    Mentor.Status.SUSPENDED: frozenset({Mentor.Status.ACTIVE, Mentor.Status.RESTING, Mentor.Status.TRAINING}),
    Mentor.Status.ENDED: frozenset(set(Mentor.Status.values) - {Mentor.Status.ENDED}),
}


@transaction.atomic
def add(*, person: Person, team: Team, joined_on: date, supervisor: Any, by: Any, at: datetime) -> Mentor:
    """A person begins the way to being a mentor."""
    if Mentor.objects.filter(person=person).exists():
        raise NotAllowed("This person is already a mentor here.")
    mentor = Mentor.objects.create(person=person, team=team, joined_on=joined_on, supervisor=supervisor)
    audit.record(verb="mentoring.mentor.added", by=by, at=at, subject=mentor, about=person)
    return mentor


@transaction.atomic
def change_status(*, mentor: Mentor, to: str, reason: str, by: Any, at: datetime) -> Mentor:
    """Move a mentor on: into training, active, resting, suspended, left."""
    frm = MOVES.get(to)
    if frm is None:
        raise NotAllowed("A mentor cannot go back to applying.")
    left = {"left_on": local_day(at)} if to == Mentor.Status.ENDED else {}
    move(mentor, to=to, frm=frm, **left)
    audit.record(verb="mentoring.mentor.moved", by=by, at=at, subject=mentor, about=mentor.person, reason=reason, to=to)
    return mentor
