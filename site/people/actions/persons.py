"""What can happen to a person's details."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User
from audit import actions as audit
from common.dates import local_day
from common.sealed import blind_index
from common.text import clean, fold
from common.transitions import NotAllowed, change
from people.bars import SENTENCE as IN_CUSTODY
from people.models import LocationEpisode, Need, Person
from people.rules.persons import problems, tidy_number
from places.models import Team

DETAILS = ("preferred_name", "family_name", "born_on", "prison_number", "crn", "needs", "needs_note")
TWICE = "Somebody with this number is already here. Ask your programme manager which page is theirs."


@transaction.atomic
def add(
    *,
    preferred_name: str,
    team: Team,
    by: Any,
    at: datetime,
    family_name: str = "",
    born_on: date | None = None,
    prison_number: str = "",
    crn: str = "",
    needs: Sequence[str] = (),
    needs_note: str = "",
) -> Person:
    """Add a person to a team. Raises NotAllowed where a number is already somebody else's."""
    columns = _columns(
        at=at,
        preferred_name=preferred_name,
        family_name=family_name,
        born_on=born_on,
        prison_number=prison_number,
        crn=crn,
        needs=needs,
        needs_note=needs_note,
    )
    try:
        with transaction.atomic():
            person = Person.objects.create(team=team, added_at=at, **columns)
    except IntegrityError:
        raise NotAllowed(TWICE) from None
    audit.record(verb="people.person.added", by=by, at=at, subject=person, about=person)
    return person


@transaction.atomic
def edit(*, person: Person, seen: int, by: Any, at: datetime, **details: Any) -> Person:
    """Change some of a person's details (the names that `add` takes). A later version than `seen` raises Stale."""
    before = {name: getattr(person, name) for name in details if name != "team"}
    full = {name: details.get(name, _now(person, name)) for name in DETAILS}
    columns = _columns(at=at, **full)
    if "team" in details:
        columns["team"] = details["team"]
    try:
        with transaction.atomic():
            change(person, seen=seen, **columns)
    except IntegrityError:
        raise NotAllowed(TWICE) from None
    changed = sorted(name for name, was in before.items() if getattr(person, name) != was)
    audit.record(verb="people.person.edited", by=by, at=at, subject=person, about=person, fields=changed)
    return person


@transaction.atomic
def link_login(*, person: Person, login: User, by: Any, at: datetime) -> None:
    """Say that this login is this person's. Refused while they are in custody, and where either has another already."""
    held = Person.objects.select_for_update().get(pk=person.pk)
    if LocationEpisode.objects.current().in_custody().filter(person=held).exists():
        raise NotAllowed(IN_CUSTODY)
    if held.login_id is not None and held.login_id != login.pk:
        raise NotAllowed("They have another login already.")
    try:
        with transaction.atomic():
            Person.objects.filter(pk=held.pk).update(login=login)
    except IntegrityError:
        raise NotAllowed("This login is already somebody else’s.") from None
    person.refresh_from_db()
    audit.record(verb="people.person.login_linked", by=by, at=at, subject=login, about=person)


def _now(person: Person, name: str) -> Any:
    return person.born if name == "born_on" else getattr(person, name)


def _columns(*, at: datetime, **details: Any) -> dict[str, Any]:
    """Cleaned details and the indexes that go with them, as columns of Person; raises NotAllowed."""
    prison_number, crn = tidy_number(details["prison_number"]), tidy_number(details["crn"])
    name, family = clean(details["preferred_name"], lines=False), clean(details["family_name"], lines=False)
    born: date | None = details["born_on"]
    wrong = problems(preferred_name=name, born_on=born, prison_number=prison_number, crn=crn, today=local_day(at))
    if wrong:
        raise NotAllowed(*wrong.values())
    return {
        "preferred_name": name,
        "search_name": fold(name)[:60],
        "family_name": family,
        "family_name_index": blind_index(fold(family), kind="family_name"),
        "born_on": born.isoformat() if born else "",
        "prison_number": prison_number,
        "prison_number_index": blind_index(prison_number, kind="prison_number"),
        "crn": crn,
        "crn_index": blind_index(crn, kind="crn"),
        "needs": [need for need in Need.values if need in details["needs"]],
        "needs_note": clean(details["needs_note"]),
    }
