"""What this floor tells messaging of people: by which way each is reached, and, last of all, whether a text may go.

The gates lock the person before they look, as every move does (actions.locations): a move is committed and seen here,
or comes after “sending” was committed, or is under way, and then the text waits.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from common.dates import local_day
from common.sealed import blind_index
from messaging import gates, hearing, routes
from messaging.gates import Reason
from messaging.models import Text
from messaging.pointers import Pointer
from messaging.routes import Channel, Route
from messaging.rules.numbers import mobile
from people.models import ContactPoint, LocationEpisode, Need, Person, TextChoice
from people.models.contact_points import ContactKind
from people.models.text_choices import By
from people.rules import texting as rules
from people.rules.locations import is_in_custody
from people.rules.texting import Against

PERSON = "people.person"
CODE, PHRASE = "people.number.code", "people.number_code"
TO_NOBODY = Reason("nobody", "It is addressed to nobody whom we know.")


def declare() -> None:
    gates.gate("custody", why_not_where)
    gates.gate("people.number", why_not_number)
    hearing.whose_number("people", whose_number)
    routes.declare(PERSON, routes_of_people)


def language_of(person: Person) -> str:
    return "cy" if Need.WELSH in person.needs else "en"


# ---------------------------------------------------------------- The last gate


def why_not_where(text: Text, at: datetime) -> list[Reason]:
    """In custody, or nobody knows where: no text. It holds for a mentor as for anybody else."""
    person = _locked(text)
    if person is None:
        return [TO_NOBODY]
    here = LocationEpisode.objects.current().filter(person=person).first()
    return _reasons(
        rules.why_not_where(kind=here.kind if here else None, legal_state=here.legal_state if here else None)
    )


def why_not_number(text: Text, at: datetime) -> list[Reason]:
    """Theirs, checked with them since they were last released, safe, asked for, and nobody else's."""
    person = _locked(text)
    if person is None:
        return [TO_NOBODY]
    points = ContactPoint.objects.current().filter(person=person, kind=ContactKind.MOBILE)
    point = next((one for one in points if mobile(one.value) == text.number), None)
    return _reasons(
        rules.why_not_number(
            theirs=point is not None,
            safe_to_use=bool(point and point.safe_to_use),
            verified_on=local_day(point.verified_at) if point and point.verified_at else None,
            released_on=_released_on(person),
            others_with_it=_others_with(text.number, person),
            asked_for=_choices([person.pk], text.kind).get(person.pk) == By.TEXT,
            today=local_day(at),
            proving=text.kind == CODE,
        )
    )


class Busy(Exception):
    """Somebody is changing this person's record at this moment: messaging asks again in a few minutes."""


def _locked(text: Text) -> Person | None:
    """The person, locked. Never waited for: whoever moves them takes texts back, and would wait for this one."""
    if text.recipient_type != PERSON:
        return None
    same = Person.objects.filter(ref=text.recipient_ref)
    person = same.select_for_update(skip_locked=True).first()
    if person is None and same.exists():
        raise Busy
    return person


def _reasons(found: list[Against]) -> list[Reason]:
    return [Reason(one.code, one.words, hold=one.hold) for one in found]


def _released_on(person: Person) -> date | None:
    stays = LocationEpisode.objects.filter(person=person, ended_on__isnull=False)
    left = [stay.ended_on for stay in stays if stay.ended_on and is_in_custody(stay.kind, stay.legal_state)]
    return max(left, default=None)


def _others_with(number: str, person: Person) -> int:
    """How many other people have this number."""
    return _points_with(number).exclude(person=person).values("person").distinct().count()


def _points_with(number: str) -> QuerySet[ContactPoint]:
    """Where it is written down, however it was."""
    written = {number, number.replace("+44", "0", 1)}
    indexes = [blind_index(one, kind=f"contact_{ContactKind.MOBILE}") for one in written]
    return ContactPoint.objects.current().filter(kind=ContactKind.MOBILE, value_index__in=indexes)


def whose_number(number: str) -> Pointer | None:
    """The one person who has it."""
    refs = list(_points_with(number).values_list("person__ref", flat=True).distinct()[:2])
    return Pointer(PERSON, refs[0]) if len(refs) == 1 else None


# ---------------------------------------------------------------- The way to reach them


def routes_of_people(refs: Collection[str], kind: str) -> Mapping[str, Route]:
    """Five queries, however many people."""
    people = list(Person.objects.filter(ref__in=refs).select_related("login"))
    keys = [person.pk for person in people]
    here = {stay.person_id: stay for stay in LocationEpisode.objects.current().filter(person__in=keys)}
    points: dict[int, dict[str, ContactPoint]] = {}
    reachable = ContactPoint.objects.current().filter(
        person__in=keys, kind__in=[ContactKind.MOBILE, ContactKind.EMAIL], safe_to_use=True, verified_at__isnull=False
    )
    for point in reachable.order_by("verified_at"):  # the one checked last holds
        points.setdefault(point.person_id, {})[point.kind] = point
    chosen = _choices(keys, kind)
    return {
        person.ref: _route(person, here.get(person.pk), points.get(person.pk, {}), chosen.get(person.pk))
        for person in people
    }


def _route(person: Person, here: LocationEpisode | None, points: dict[str, ContactPoint], chosen: str | None) -> Route:
    told: dict[str, Any] = {"name": person.preferred_name, "language": language_of(person)}
    against = rules.why_not_where(kind=here.kind if here else None, legal_state=here.legal_state if here else None)
    if chosen == By.NONE:
        return Route(Channel.NONE)
    if against:
        return Route(Channel.HAND, why=against[0].words, **told)
    if chosen == By.HAND:
        return Route(Channel.HAND, why="They want to be told on paper, or by somebody.", **told)
    if chosen == By.TEXT and ContactKind.MOBILE in points:
        return Route(Channel.TEXT, place=points[ContactKind.MOBILE].value, **told)
    email = person.login.email if person.login and person.login.is_active else ""
    if not email and ContactKind.EMAIL in points:
        email = points[ContactKind.EMAIL].value
    if email and (chosen == By.EMAIL or (person.login and chosen is None)):
        return Route(Channel.EMAIL, place=email, **told)
    if chosen is None:
        return Route(Channel.NONE)  # nobody who chose nothing is written to
    return Route(Channel.HAND, why="There is no number or address that they checked with us.", **told)


def _choices(people: Collection[int], kind: str) -> dict[int, str]:
    """What each chose for this kind, or else for everything."""
    newest: dict[int, dict[str, str]] = {}
    for row in TextChoice.objects.filter(person__in=people, kind__in=[kind, ""]).order_by("pk"):
        newest.setdefault(row.person_id, {})[row.kind] = row.by_what
    chosen = {person: rows.get(kind) or rows.get("") for person, rows in newest.items()}
    return {person: by_what for person, by_what in chosen.items() if by_what}
