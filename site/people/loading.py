"""Loading a record for somebody: it must be theirs to see, and opening it leaves a Look. Nothing else opens one."""

from datetime import datetime
from typing import Any

from django.db.models import Model, Prefetch, QuerySet
from django.http import Http404

from audit import actions as audit
from people.models import Concern, ConcernNote, ContactPoint, LocationEpisode, Person, SharingPermission
from people.permissions import parts_of, with_parts


def _one(found: QuerySet, ref: str) -> Any:
    record: Model | None = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def person(*, ref: str, by: Any, at: datetime, verb: str = "people.person.opened") -> Person:
    """A person whom `by` may see; Http404 for everybody else, as if there were no such page."""
    visible = Person.objects.visible_to(by).select_related("team", "login")
    found: Person = _one(with_parts(visible, by), ref)
    found.__dict__["parts_by_user"] = {by.pk: parts_of(found, by)}
    audit.looked(verb=verb, by=by, at=at, subject=found, about=found)
    return found


def people_to_list(*, by: Any) -> QuerySet[Person]:
    """Everybody whom `by` may see, each with where they are as `here` (a list of one, or none)."""
    now = LocationEpisode.objects.current().select_related("establishment", "authority")
    return (
        Person.objects.visible_to(by)
        .select_related("team")
        .prefetch_related(Prefetch("locations", queryset=now, to_attr="here"))
    )


def listed(*, refs: list[str], verb: str, by: Any, at: datetime) -> None:
    """The Look that a list leaves: which records it showed."""
    if refs:
        audit.looked(verb=verb, by=by, at=at, refs=refs)


def contact_point(*, person: Person, ref: str) -> ContactPoint:
    return _one(ContactPoint.objects.filter(person=person).select_related("person"), ref)


def permission(*, person: Person, ref: str) -> SharingPermission:
    return _one(SharingPermission.objects.filter(person=person).select_related("person"), ref)


def concern(*, ref: str, by: Any, at: datetime) -> Concern:
    """A concern that `by` may open; Http404 for everybody else, the one whom it is about among them."""
    notes = ConcernNote.objects.select_related("written_by").order_by("pk")
    found: Concern = _one(
        Concern.objects.visible_to(by)
        .select_related("about", "establishment", "authority", "raised_by", "acknowledged_by", "closed_by")
        .prefetch_related(Prefetch("notes", queryset=notes)),
        ref,
    )
    audit.looked(verb="people.concern.opened", by=by, at=at, subject=found, about=found.about)
    return found
