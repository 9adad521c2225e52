"""Ways to reach a person: added, checked with them, ended."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.sealed import blind_index
from common.text import clean
from common.transitions import NotAllowed
from people.models import ContactPoint, Person
from people.rules.contact_points import problem, tidy


@transaction.atomic
def add(
    *, person: Person, kind: str, value: str, safe_to_use: bool, by: Any, at: datetime, safe_note: str = ""
) -> ContactPoint:
    """Add a number or an address. It may be used only once it was checked with the person (`verify`)."""
    value = tidy(kind=kind, value=clean(value, lines=kind == "address"))
    if wrong := problem(kind=kind, value=value):
        raise NotAllowed(wrong)
    try:
        with transaction.atomic():
            point = ContactPoint.objects.create(
                person=person,
                kind=kind,
                value=value,
                value_index=blind_index(value, kind=f"contact_{kind}"),
                safe_to_use=safe_to_use,
                safe_note=clean(safe_note, lines=False),
                added_at=at,
                added_by=by,
            )
    except IntegrityError:
        raise NotAllowed("This is already on their page.") from None
    audit.record(verb="people.contact_point.added", by=by, at=at, subject=point, about=person, kind=str(kind))
    return point


@transaction.atomic
def verify(*, point: ContactPoint, safe_to_use: bool, by: Any, at: datetime) -> None:
    """It was checked with the person today, and they said whether it is safe to use."""
    checked = {"verified_at": at, "verified_by": by, "safe_to_use": safe_to_use}
    if not ContactPoint.objects.current().filter(pk=point.pk).update(**checked):
        raise NotAllowed("This is not used any more. Add it again if it should be.")
    audit.record(verb="people.contact_point.verified", by=by, at=at, subject=point, about=point.person)


@transaction.atomic
def end(*, point: ContactPoint, by: Any, at: datetime) -> None:
    """It is not theirs any more. Ending it twice changes nothing."""
    if ContactPoint.objects.current().filter(pk=point.pk).update(ended_at=at, ended_by=by):
        audit.record(verb="people.contact_point.ended", by=by, at=at, subject=point, about=point.person)
