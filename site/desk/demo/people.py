"""A hundred and twenty made-up people, and where they have been."""

from datetime import datetime, timedelta
from random import Random

from common.dates import local_day
from desk.demo import names
from people.actions import locations, persons
from people.models import Need, Person
from people.models.locations import ReleaseUnknown, Source, Standing, WhereKind
from places.models import Establishment, LocalAuthority, Team

COUNT = 120
WELSH = frozenset({"BWI", "CFI", "PRI"})


def load(
    *, teams: dict[str, Team], prisons: list[Establishment], councils: list[LocalAuthority], at: datetime, dice: Random
) -> list[Person]:
    """The first is Jo, of the cast. Six in ten are in custody now."""
    people = []
    for number in range(COUNT):
        prison = prisons[0] if number == 0 else dice.choice(prisons)
        person = _add(number, teams["Wales" if prison.code in WELSH else "Yorkshire"], at, dice)
        _move(person, prison, dice.choice(councils), at, dice, still_inside=number == 0 or dice.random() < 0.6)
        people.append(person)
    return people


def _add(number: int, team: Team, at: datetime, dice: Random) -> Person:
    first = "Jo" if number == 0 else dice.choice(names.FIRST)
    return persons.add(
        preferred_name=first,
        family_name=dice.choice(names.FAMILY),
        born_on=local_day(at) - timedelta(days=dice.randint(18 * 365 + 40, 46 * 365)),
        prison_number=f"A{4000 + number:04d}{dice.choice('ABCDEFGHKMNPRTW')}{dice.choice('ABCDEFGHKMNPRTW')}",
        needs=[need for need in Need.values if dice.random() < 0.12],
        team=team,
        by=None,
        at=at - timedelta(days=400),
    )


def _move(
    person: Person, prison: Establishment, council: LocalAuthority, at: datetime, dice: Random, *, still_inside: bool
) -> None:
    arrived = local_day(at) - timedelta(days=dice.randint(390, 500))
    release = local_day(at) + timedelta(days=dice.randint(5, 700)) if dice.random() < 0.7 else None
    locations.record(
        person=person,
        kind=WhereKind.CUSTODY,
        legal_state=dice.choice([Standing.SENTENCED, Standing.SENTENCED, Standing.REMAND, Standing.RECALLED]),
        establishment=prison,
        started_on=arrived,
        expected_release_on=release if still_inside else None,
        release_unknown_because="" if still_inside and release else ReleaseUnknown.NOT_TOLD,
        source=Source.PRISON,
        by=None,
        at=at - timedelta(days=390),
    )
    if still_inside:
        return
    left = local_day(at) - timedelta(days=dice.randint(3, 380))
    kind = dice.choice([WhereKind.COMMUNITY] * 8 + [WhereKind.APPROVED_PREMISES, WhereKind.UNKNOWN])
    locations.record(
        person=person,
        kind=kind,
        legal_state=Standing.NONE if kind == WhereKind.UNKNOWN else Standing.LICENCE,
        authority=None if kind == WhereKind.UNKNOWN else council,
        started_on=left,
        source=Source.MENTOR,
        by=None,
        at=at - timedelta(days=2),
    )
