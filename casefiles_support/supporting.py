"""What is known of somebody who may be beside a person, put to the rules. These are questions: they change nothing."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import RoleGrant, User
from accounts.roles import Role
from casefiles_support.models import Journey, Supporter
from casefiles_support.rules import supporters as rules
from casefiles_support.rules.supporters import Candidate
from mentoring import between
from mentoring.models import Leave, MatchBlock, Mentor
from people.models import Person
from places.models import Posting
from training.models import Completion
from training.rules.completions import FILE_SUPPORT


def why_not(
    *, journey: Journey, role: str, login: Any, mentor: Mentor | None, no_conflict: bool, on: date
) -> list[str]:
    """Everything that stands between somebody and being this person’s supporter on a day."""
    found = _mentor(journey, mentor, on) if mentor is not None else _staff(journey, login, on)
    return rules.why_not_beside(found, role=role, no_conflict=no_conflict)


def why_not_now(*, supporter: Supporter, on: date) -> list[str]:
    """The same for somebody who has been named: asked again before each step that leans on them."""
    return why_not(
        journey=supporter.journey, role=supporter.role, login=supporter.login, mentor=supporter.mentor,
        no_conflict=supporter.no_conflict, on=on,
    )  # fmt: skip


def why_not_read(*, journey: Journey, on: date) -> list[str]:
    """Whether both of those without whom we give no time to read stand, and are trained on that day."""
    standing = journey.supporters.standing().filter(role__in=rules.IN_CHARGE).select_related("login", "journey__person")
    fit = {one.role for one in standing if not why_not_now(supporter=one, on=on)}
    return rules.why_not_read(practitioner="practitioner" in fit, back_up="back_up" in fit)


def trained(*, login: Any = None, mentor: Mentor | None = None, on: date) -> bool:
    """Whether what they learnt for this counts on that day."""
    whose = {"learner": mentor.learner_id} if mentor is not None else {"learner__login": login}
    return Completion.objects.valid(on).filter(module=FILE_SUPPORT, **whose).exists()


def candidates(journey: Journey, role: str, *, on: date) -> QuerySet:
    """Who of the team is trained for it now; the person themselves never among them."""
    learnt = Completion.objects.valid(on).filter(module=FILE_SUPPORT)
    if role == Supporter.Role.PEER_MENTOR:
        mentors = Mentor.objects.active().filter(team=journey.team_id, learner__in=learnt.values("learner"))
        return mentors.exclude(person=journey.person_id).select_related("person").order_by("person__search_name", "pk")
    here = Posting.objects.current().filter(post__team=journey.team_id).values("user")
    roles = RoleGrant.objects.holding({Role.FILE_SUPPORTER}).values("user")
    staff = User.objects.filter(is_active=True, pk__in=here).filter(pk__in=roles)
    return staff.filter(learner__in=learnt.values("learner")).exclude(person=journey.person_id).order_by("display_name")


def _staff(journey: Journey, login: Any, on: date) -> Candidate:
    own = Person.objects.filter(login=login).first()
    apart = own is not None and MatchBlock.objects.standing().of_pair(own.pk, journey.person_id).exists()
    return Candidate(
        is_person=journey.person.login_id == login.pk,
        works_here=login.is_active and login.has_role(Role.FILE_SUPPORTER),
        trained=trained(login=login, on=on),
        hindered=apart,
        beside=_beside(journey, login=login),
    )


def _mentor(journey: Journey, mentor: Mentor, on: date) -> Candidate:
    away = Leave.objects.on(on).filter(mentor=mentor).exists()
    return Candidate(
        is_person=mentor.person_id == journey.person_id,
        works_here=True,
        trained=trained(mentor=mentor, on=on),
        hindered=away or bool(between.why_not(mentor=mentor, person=journey.person, on=on)),
    )


def _beside(journey: Journey, **who: Any) -> list[str]:
    return list(journey.supporters.filter(ended_at=None, **who).values_list("role", flat=True))
