"""Loading a journey for somebody: it must be theirs to see, and opening it leaves a Look on the person."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from accounts.roles import Role
from audit import actions as audit
from casefiles_support.models import Checkpoint, Duty, Journey, Supporter
from casefiles_support.models.journeys import JourneyQuerySet, apart_from, teams_of
from mentoring.models import Match
from people import loading as people_loading
from people.models import Person

OPENED = "files.journey.opened"


def journey(*, ref: str, by: Any, at: datetime, verb: str = OPENED) -> Journey:
    """A journey that they may read; Http404 for everybody else, as if there were none."""
    return _opened(Journey.objects.visible_to(by), ref, by, at, verb)


def kept_journey(*, ref: str, by: Any, at: datetime, verb: str = OPENED) -> Journey:
    """A journey that they keep as its file supporter: for what staff do. Neither the person nor a lead."""
    return _opened(Journey.objects.kept_by(by), ref, by, at, verb)


def decided_journey(*, ref: str, by: Any, at: datetime, verb: str = OPENED) -> Journey:
    """The person’s own, or one that they keep: for what the person decides, and may say to whoever keeps it."""
    kept = Journey.objects.kept_by(by).values("pk")
    return _opened(Journey.objects.visible_to(by).filter(Q(pk__in=kept) | Q(person__login=by)), ref, by, at, verb)


def keeps(journey: Journey, by: Any) -> bool:
    """Whether they keep it now, after somebody else may have been named."""
    return Journey.objects.kept_by(by).filter(pk=journey.pk).exists()


def person_to_ask(*, ref: str, by: Any, at: datetime) -> Person:
    """Somebody whom they may ask: of a coordinator’s teams, matched with a mentor, or supported by them; never
    themselves.
    """
    theirs = Q(pk__in=Match.objects.of_mentor_user(by).values("person"))
    theirs |= Q(pk__in=Journey.objects.kept_by(by).values("person"))
    if by.has_role(Role.COORDINATOR):
        theirs |= Q(team__in=teams_of(by))
    if not Person.objects.filter(theirs, ref=ref).exclude(login=by).exists():
        raise Http404
    return people_loading.person(ref=ref, by=by, at=at)


def checkpoint(*, ref: str, by: Any, at: datetime) -> Checkpoint:
    """A row of a journey that they keep."""
    row: Checkpoint = _one(
        Checkpoint.objects.select_related("journey__person__login"), ref, Journey.objects.kept_by(by)
    )
    audit.looked(verb=OPENED, by=by, at=at, subject=row.journey, about=row.journey.person)
    return row


def supporter(*, ref: str, by: Any, at: datetime, own: bool = False) -> Supporter:
    """Somebody beside a person whose journey they keep; with `own`, beside themselves too."""
    journeys = Journey.objects.visible_to(by) if own else Journey.objects.kept_by(by)
    if own:
        kept = Journey.objects.kept_by(by).values("pk")
        journeys = journeys.filter(Q(pk__in=kept) | Q(person__login=by))
    names = Supporter.objects.select_related("journey__person__login", "journey__team", "login", "mentor__person")
    found: Supporter = _one(names, ref, journeys)
    if found.journey.person.login_id != by.pk:
        audit.looked(verb=OPENED, by=by, at=at, subject=found.journey, about=found.journey.person)
    return found


def backing(*, by: Any, at: datetime) -> list[Supporter]:
    """Those for whom they would step in, and have not yet: whose name they see, and nothing else."""
    found = list(_backing(by).order_by("journey__person__search_name", "pk"))
    audit.looked(verb="files.supporter.listed", by=by, at=at, shown=[one.ref for one in found])
    return found


def own_back_up(*, ref: str, by: Any, at: datetime) -> Supporter:
    one = _backing(by).filter(ref=ref).first()
    if one is None:
        raise Http404
    audit.looked(verb="files.supporter.opened", by=by, at=at, subject=one, about=one.journey.person)
    return one


def duty(*, ref: str, by: Any, at: datetime) -> Duty:
    found = Duty.objects.visible_to(by).filter(ref=ref).select_related("journey__person").first()
    if found is None:
        raise Http404
    audit.looked(verb=OPENED, by=by, at=at, subject=found.journey, about=found.journey.person)
    return found


def _backing(by: Any) -> QuerySet[Supporter]:
    mine = Supporter.objects.standing().filter(role=Supporter.Role.BACK_UP, login=by, stepped_in_at=None)
    open_ = mine.filter(journey__in=Journey.objects.open().exclude(apart_from(by)).values("pk"))
    return open_.select_related("journey__person", "login")


def _one(found: QuerySet, ref: str, journeys: JourneyQuerySet) -> Any:
    record = found.filter(ref=ref, journey__in=journeys.values("pk")).first()
    if record is None:
        raise Http404
    return record


def _opened(found: JourneyQuerySet, ref: str, by: Any, at: datetime, verb: str) -> Journey:
    one = found.filter(ref=ref).select_related("person__login", "team").first()
    if one is None:
        raise Http404
    if one.person.login_id != by.pk:
        audit.looked(verb=verb, by=by, at=at, subject=one, about=one.person)
    return one
