"""Journeys, whom records were asked of, and who is beside somebody. Everyone here is made up."""

from datetime import date, datetime, timedelta
from typing import Any

from casefiles_support.models import AccessRequest, Fact, Holder, Journey, Sitting, Supporter
from common.refs import new_ref
from mentoring.models import Mentor
from people.models import Person
from tests.factories.people import AT


def journey_of(person: Person, practitioner: Any, *, at: datetime = AT, **details: Any) -> Journey:
    """An open journey of somebody, with their practitioner, to whom they said yes."""
    journey = Journey.objects.create(
        person=person, team=person.team, key=new_ref(), opened_at=at, opened_by=practitioner, **details
    )
    beside(journey, "practitioner", login=practitioner, by=practitioner, at=at)
    return journey


def beside(
    journey: Journey, role: str, *, by: Any, login: Any = None, mentor: Mentor | None = None, at: datetime = AT
) -> Supporter:
    return Supporter.objects.create(
        journey=journey, role=role, login=login, mentor=mentor, no_conflict=True, named_at=at, named_by=by,
        agreed_on=at.date(),
    )  # fmt: skip


def holder(name: str = "Leeds City Council", **details: Any) -> Holder:
    details = {"kind": "council", "nation": "E", "added_at": AT, **details}
    return Holder.objects.get_or_create(name=name, defaults=details)[0]


def request_to(
    journey: Journey, of: Holder, *, status: str = "running", basis: str = "letter", **facts: date
) -> AccessRequest:
    """A request with its facts, by kind: `received=date(2026, 11, 10)`."""
    request = AccessRequest.objects.create(
        journey=journey, holder=of, key=new_ref(), scope="everything", deliver_to="supporter", status=status,
        opened_at=journey.opened_at, opened_by=journey.opened_by,
    )  # fmt: skip
    for kind, on in facts.items():
        Fact.objects.create(
            request=request, kind=kind, on=on, basis=basis, key=f"{kind}{on}", entered_at=journey.opened_at,
            entered_by=journey.opened_by,
        )  # fmt: skip
    return request


def sitting_of(journey: Journey, *, starts_at: datetime, **details: Any) -> Sitting:
    """A time to read, with cover on both days."""
    by = journey.opened_by
    return Sitting.objects.create(
        journey=journey, key=new_ref(), starts_at=starts_at, where="prison_room", cover_next_day=by,
        cover_day_after=by, planned_at=starts_at - timedelta(days=7), planned_by=by, **details,
    )  # fmt: skip
