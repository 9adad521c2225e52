"""Loading what recruitment shows: it must be theirs to see, and opening it leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from audit import actions as audit
from common.text import fold
from mentoring.models import Appeal, Clearance, DbsCheck, Mentor, MentorApplication, Reference, RiskAssessment
from mentoring.rules.applications import twins

# How many of a team's applications are looked through for one that came twice.
MOST = 300


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def mentors_seen(by: Any) -> QuerySet[Mentor]:
    """The mentors whose file this user may open: never their own."""
    not_own = Q(person__login=None) | ~Q(person__login=by)
    return Mentor.objects.visible_to(by).filter(not_own).select_related("person", "team", "supervisor", "learner")


def mentor(*, ref: str, by: Any, at: datetime) -> Mentor:
    found: Mentor = _one(mentors_seen(by), ref)
    _looked(found, by, at)
    return found


def _looked(mentor: Mentor, by: Any, at: datetime) -> None:
    audit.looked(verb="mentoring.mentor.opened", by=by, at=at, subject=mentor, about=mentor.person)


def _of_mentor(records: QuerySet, *, ref: str, by: Any, at: datetime) -> Any:
    """A piece of evidence of a mentor whose file this user may open."""
    found = _one(records.filter(mentor__in=mentors_seen(by)).select_related("mentor__person"), ref)
    _looked(found.mentor, by, at)
    return found


def reference(*, ref: str, by: Any, at: datetime) -> Reference:
    found: Reference = _of_mentor(Reference.objects.all(), ref=ref, by=by, at=at)
    return found


def dbs_check(*, ref: str, by: Any, at: datetime) -> DbsCheck:
    found: DbsCheck = _of_mentor(DbsCheck.objects.all(), ref=ref, by=by, at=at)
    return found


def risk_assessment(*, ref: str, by: Any, at: datetime) -> RiskAssessment:
    found: RiskAssessment = _of_mentor(RiskAssessment.objects.select_related("written_by"), ref=ref, by=by, at=at)
    return found


def clearance(*, ref: str, by: Any, at: datetime) -> Clearance:
    found: Clearance = _of_mentor(Clearance.objects.select_related("establishment"), ref=ref, by=by, at=at)
    return found


def application(*, ref: str, by: Any, at: datetime) -> MentorApplication:
    seen = MentorApplication.objects.visible_to(by).select_related(
        "team", "establishment", "mentor__person__login", "mentor__supervisor", "stopped_by", "approved_by",
        "mentor__invitation", "told_by", "submitted_by",
    )  # fmt: skip
    return _opened(_one(seen, ref), by, at)


def twins_of(application: MentorApplication, *, by: Any) -> list[tuple[MentorApplication, str]]:
    """Others of the team that are under way and look like this one, and why. Names are sealed, so each is read."""
    seen = MentorApplication.objects.visible_to(by).under_way().filter(team=application.team_id)
    others = seen.exclude(pk=application.pk).order_by("-told_at", "-pk")[:MOST]
    return [(other, why) for other in others if (why := _why_twins(application, other))]


def _why_twins(one: MentorApplication, other: MentorApplication) -> str:
    reach = [(one.email.casefold(), other.email.casefold()), (one.phone.replace(" ", ""), other.phone.replace(" ", ""))]
    return twins(
        same_names=(fold(one.name), fold(one.family_name)) == (fold(other.name), fold(other.family_name)),
        same_surname_given=bool(one.family_name),
        same_place=one.establishment_id is not None and one.establishment_id == other.establishment_id,
        same_reach=any(mine and mine == theirs for mine, theirs in reach),
    )


def own_application(*, by: Any, at: datetime) -> MentorApplication | None:
    """The newest of somebody's own."""
    own = MentorApplication.objects.of_user(by).select_related("team", "mentor__person").order_by("-told_at", "-pk")
    found = own.first()
    return _opened(found, by, at) if found else None


def own_or_seen(*, ref: str, by: Any, at: datetime) -> MentorApplication:
    """For pages that are the applicant's own, and staff's where it comes on paper."""
    own = MentorApplication.objects.of_user(by).filter(ref=ref).select_related("mentor__person").first()
    return _opened(own, by, at) if own else application(ref=ref, by=by, at=at)


def appeal(*, ref: str, by: Any, at: datetime) -> Appeal:
    found: Appeal = _one(
        Appeal.objects.filter(application__in=MentorApplication.objects.visible_to(by)).select_related(
            "application__mentor__person", "refused_by"
        ),
        ref,
    )
    _opened(found.application, by, at)
    return found


def _opened(found: MentorApplication, by: Any, at: datetime) -> MentorApplication:
    about = found.mentor.person if found.mentor else None
    audit.looked(verb="mentoring.application.opened", by=by, at=at, subject=found, about=about)
    return found
