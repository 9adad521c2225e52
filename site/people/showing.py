"""What of a person's record one user is shown. Templates get this, never the record: what is not here is absent."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from common.dates import age_on, local_day
from common.words import in_words
from people import onward
from people.models import Concern, ContactPoint, IdentificationEvent, LocationEpisode, Person, SharingPermission
from people.models.locations import ReleaseUnknown
from people.permissions import can_edit_person, can_see_concerns, can_see_history, can_see_texts, fields_for
from people.rules.identifications import STATUS_IN_WORDS, status_of
from people.rules.locations import is_in_custody, may_be_phoned
from people.visibility import (
    ASKINGS,
    CONCERNS,
    CONTACTS,
    FAMILY_NAME,
    IDENTIFIERS,
    IN_CARE,
    LOGIN,
    NEEDS,
    PERMISSIONS,
    STAYS,
    WHERE,
)


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach somebody, and why it may not be used now."""

    point: ContactPoint
    why_not: list[str]


@dataclass
class Shown:
    ref: str
    name: str
    parts: frozenset[str]
    facts: list[tuple[str, str]] = field(default_factory=list)
    where: list[tuple[str, str]] | None = None
    current_ref: str = ""
    stays: list[LocationEpisode] = field(default_factory=list)
    contacts: list[Reach] | None = None
    permissions: list[tuple[SharingPermission, bool]] | None = None
    concerns: list[Concern] | None = None
    may_see_texts: bool = False
    in_care: str = ""
    askings: list[IdentificationEvent] = field(default_factory=list)
    onward: list[tuple[str, str]] = field(default_factory=list)
    may_edit: bool = False
    may_see_history: bool = False


def page(person: Person, *, user: Any, at: datetime) -> Shown:
    """Everything that this user may see of this person at this moment."""
    parts, today = fields_for(user, person), local_day(at)
    shown = Shown(ref=person.ref, name=person.preferred_name, parts=parts, facts=_facts(person, parts, today))
    stays = _stays(person) if {WHERE, STAYS, CONTACTS} & parts else []
    current = stays[0] if stays and stays[0].ended_on is None else None
    if WHERE in parts:
        shown.where = _where(current, full=STAYS in parts)
    if STAYS in parts:
        shown.stays = [stay for stay in stays if stay is not current]
    if CONTACTS in parts:
        shown.contacts = _contacts(person, stays, current)
    if PERMISSIONS in parts:
        shown.permissions = _permissions(person, today)
    if CONCERNS in parts and can_see_concerns(user):
        shown.concerns = list(Concern.objects.visible_to(user).filter(about=person).order_by("-raised_at", "-pk")[:50])
    if IN_CARE in parts:
        told = _askings(person)
        shown.in_care = STATUS_IN_WORDS[status_of([asking.as_asked() for asking in told])]
        # Nobody reads here what was said about themselves: it is gone through together.
        shown.askings = told if ASKINGS in parts and person.login_id != user.pk else []
    shown.onward = onward.links_for(user, person)
    shown.may_see_texts = CONTACTS in parts and can_see_texts(user) and person.login_id != user.pk
    shown.may_edit = can_edit_person(user, person)
    shown.may_see_history = can_see_history(user, person)
    return shown


def _facts(person: Person, parts: frozenset[str], today: date) -> list[tuple[str, str]]:
    rows = []
    if FAMILY_NAME in parts:
        rows.append(("Surname", person.family_name))
    if IDENTIFIERS in parts:
        born = person.born
        age = f"{in_words(born)}, {age_on(today, born=born)} years old" if born else ""
        rows += [("Date of birth", age), ("Prison number", person.prison_number)]
        rows += [("Probation number (CRN)", person.crn), ("Team", str(person.team))]
    if NEEDS in parts:
        rows.append(("How to write and speak", ", ".join(person.needs_in_words)))
        rows.append(("What to know when you do", person.needs_note))
    if LOGIN in parts:
        rows.append(("Signs in here as", str(person.login or "They do not")))
    return [(name, value or "Not known") for name, value in rows]


def _stays(person: Person) -> list[LocationEpisode]:
    """Newest first."""
    found = LocationEpisode.objects.filter(person=person).select_related("establishment", "authority")
    return sorted(found, key=lambda stay: (stay.ended_on is None, stay.started_on, stay.pk), reverse=True)


def _where(current: LocationEpisode | None, *, full: bool) -> list[tuple[str, str]]:
    if current is None:
        return [("Place", "We do not know")]
    rows = [("Place", current.where), ("Since", in_words(current.started_on))]
    if not full:
        return rows
    rows.insert(1, ("Standing", current.get_legal_state_display()))
    if current.place_note:
        rows.insert(1, ("What we know of it", current.place_note))
    if current.expected_release_on:
        rows.append(("Expected release", in_words(current.expected_release_on)))
    elif current.release_unknown_because:
        rows.append(("Expected release", str(ReleaseUnknown(current.release_unknown_because).label)))
    return [*rows, ("Who told us", current.get_source_display())]


def _contacts(person: Person, stays: list[LocationEpisode], current: LocationEpisode | None) -> list[Reach]:
    """The rule that sending asks, asked as if they had opted in: staff see what else stands in the way."""
    released = [stay.ended_on for stay in stays if stay.ended_on and is_in_custody(stay.kind, stay.legal_state)]
    points = ContactPoint.objects.current().filter(person=person).order_by("kind", "pk")
    return [
        Reach(
            point,
            may_be_phoned(
                kind=current.kind if current else None,
                legal_state=current.legal_state if current else None,
                released_on=max(released, default=None),
                verified_on=local_day(point.verified_at) if point.verified_at else None,
                safe_to_use=point.safe_to_use,
                opted_in=True,
            ),
        )
        for point in points
    ]


def _askings(person: Person) -> list[IdentificationEvent]:
    """Oldest first."""
    found = IdentificationEvent.objects.filter(person=person).select_related("confirmed_by")
    return list(found.order_by("asked_on", "pk"))


def _permissions(person: Person, today: date) -> list[tuple[SharingPermission, bool]]:
    """Each with whether it is in force today; those in force first."""
    found = SharingPermission.objects.filter(person=person).select_related(
        "establishment", "authority", "probation_region", "organisation", "post"
    )
    marked = [(permission, permission.is_in_force(today)) for permission in found.order_by("-given_on", "-pk")]
    return sorted(marked, key=lambda pair: not pair[1])
