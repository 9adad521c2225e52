"""What a person allows us to share: given, and taken back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from people.models import Person, SharingPermission
from people.models.permissions import SHARED_WITH
from people.rules.permissions import problems


@transaction.atomic
def give(
    *,
    person: Person,
    what: str,
    partner: Any,
    how: str,
    by: Any,
    at: datetime,
    given_on: date | None = None,
    until: date | None = None,
    withheld_from: str = "",
    withheld_reason: str = "",
) -> SharingPermission:
    """Record that the person allows one thing to be shared with one partner: a prison, council, probation region,
    organisation or post of `places`.
    """
    given_on = given_on or local_day(at)
    if wrong := problems(given_on=given_on, until=until, today=local_day(at)):
        raise NotAllowed(*wrong.values())
    permission = SharingPermission.objects.create(
        person=person,
        what=what,
        **{_column(partner): partner},
        withheld_from=clean(withheld_from),
        withheld_reason=clean(withheld_reason),
        given_on=given_on,
        until=until,
        how=how,
        recorded_at=at,
        recorded_by=by,
    )
    audit.record(verb="people.permission.given", by=by, at=at, subject=permission, about=person, what=str(what))
    return permission


@transaction.atomic
def withdraw(*, permission: SharingPermission, by: Any, at: datetime) -> None:
    """The person takes it back: it counts from the next page anybody opens. Twice changes nothing."""
    still = SharingPermission.objects.filter(pk=permission.pk, withdrawn_at=None)
    if still.update(withdrawn_at=at, withdrawn_by=by):
        audit.record(verb="people.permission.withdrawn", by=by, at=at, subject=permission, about=permission.person)


def _column(partner: Any) -> str:
    for name in SHARED_WITH:
        if type(partner) is SharingPermission._meta.get_field(name).related_model:
            return name
    raise NotAllowed("Choose who it may be shared with.")
