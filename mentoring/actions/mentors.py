"""What can happen to a mentor."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.actions import invitations
from accounts.models import Invitation, RoleGrant
from accounts.roles import SUPERVISES, Role
from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.actions import gates
from mentoring.models import Mentor
from mentoring.rules import mentors as rules
from mentoring.rules import supervisions
from people.models import LocationEpisode, Person
from places.models import Team
from training.actions import completions, learners
from training.models import Completion

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
    """Move a mentor on: into training, active, resting, suspended, left. Nobody is active before the gates are open."""
    frm = MOVES.get(to)
    if frm is None:
        raise NotAllowed("A mentor cannot go back to applying.")
    if to == Mentor.Status.ACTIVE and (reasons := gates.why_not_active(mentor=mentor, on=local_day(at))):
        raise NotAllowed(*reasons)
    left = {"left_on": local_day(at)} if to == Mentor.Status.ENDED else {}
    move(mentor, to=to, frm=frm, **left)
    audit.record(verb="mentoring.mentor.moved", by=by, at=at, subject=mentor, about=mentor.person, reason=reason, to=to)
    return mentor


@transaction.atomic
def supervise(*, mentor: Mentor, supervisor: Any, by: Any, at: datetime) -> Mentor:
    """Say who supports this mentor: a coordinator or a manager who works here now, never the mentor themselves."""
    reasons = supervisions.why_not_supervise(mentors_login=mentor.person.login_id, by=supervisor.pk)
    if not RoleGrant.objects.holding(SUPERVISES).filter(user=supervisor).exists():
        reasons.append("A supervisor is a coordinator or a programme manager who works here now.")
    if reasons:
        raise NotAllowed(*reasons)
    Mentor.objects.filter(pk=mentor.pk).update(supervisor=supervisor)
    mentor.refresh_from_db()
    audit.record(
        verb="mentoring.mentor.supervised", by=by, at=at, subject=mentor, about=mentor.person, supervisor=supervisor.ref
    )
    return mentor


@transaction.atomic
def set_capacity(*, mentor: Mentor, capacity: int, by: Any, at: datetime) -> Mentor:
    """Say how many people this mentor walks alongside at most. Whoever they walk with now stays with them.

    Its row is held, as by whoever makes a match: nobody takes a place that goes away at this moment.
    """
    held = Mentor.objects.select_for_update(of=("self",)).select_related("person").get(pk=mentor.pk)
    was, own = held.capacity, held.person.login_id is not None and held.person.login_id == by.pk
    if reasons := rules.why_not_capacity(was=was, to=capacity, own=own):
        raise NotAllowed(*reasons)
    Mentor.objects.filter(pk=held.pk).update(capacity=capacity)
    mentor.refresh_from_db()
    audit.record(
        verb="mentoring.mentor.capacity_set", by=by, at=at, subject=mentor, about=held.person, was=was, to=capacity
    )
    return mentor


@transaction.atomic
def train(*, mentor: Mentor, module: str, version: str, completed_on: date, by: Any, at: datetime) -> Completion:
    """Write down that this mentor finished a module. Their name as a learner is made with the first."""
    learner = Mentor.objects.select_for_update(of=("self",)).select_related("learner").get(pk=mentor.pk).learner
    if learner is None:
        here = LocationEpisode.objects.current().filter(person=mentor.person).first()
        learner = learners.add(
            name=mentor.person.preferred_name, place=here.where if here else "", login=mentor.person.login, by=by, at=at
        )
        Mentor.objects.filter(pk=mentor.pk).update(learner=learner)
        mentor.learner = learner
    done = completions.key_in(learner=learner, module=module, version=version, completed_on=completed_on, by=by, at=at)
    audit.record(verb="mentoring.mentor.trained", by=by, at=at, subject=mentor, about=mentor.person, module=module)
    return done


@transaction.atomic
def invite_login(*, mentor: Mentor, email: str, by: Any, at: datetime) -> tuple[Invitation, str]:
    """Ask a mentor, or somebody applying, to sign in: by email, or with a code on a slip of paper.

    Accepting it links the login to their person (mentoring.arrivals). Somebody in custody holds none.
    """
    held = Mentor.objects.select_for_update(of=("self",)).select_related("invitation", "person").get(pk=mentor.pk)
    reasons = rules.why_not_login(
        has_login=held.person.login_id is not None,
        in_custody=LocationEpisode.objects.current().in_custody().filter(person=held.person).exists(),
        invited=held.invitation is not None and not held.invitation.why_closed(at),
    )
    if reasons:
        raise NotAllowed(*reasons)
    role = Role.PEER_MENTOR if held.status in Mentor.WORKING else Role.APPLICANT
    made, code = invitations.invite(display_name=held.person.preferred_name, roles={role}, email=email, by=by, at=at)
    Mentor.objects.filter(pk=held.pk).update(invitation=made)
    audit.record(verb="mentoring.mentor.login_invited", by=by, at=at, subject=mentor, about=held.person)
    return made, code
