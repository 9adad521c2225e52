"""The part of the map that the demonstration walks on: twelve prisons, twenty councils, two teams and their posts."""

from datetime import datetime, timedelta
from random import Random

from common.dates import local_day
from desk.demo import names
from places.actions import posts
from places.models import Establishment, LocalAuthority, Team

PRISONS = ("LEI", "WEI", "HLI", "HMI", "DNI", "NHI", "MRI", "DTI", "PVI", "BWI", "CFI", "PRI")
COUNCILS = (
    "Leeds", "Bradford", "Wakefield", "Kirklees", "Calderdale", "York", "Sheffield", "Kingston upon Hull",
    "North Yorkshire", "Doncaster", "Durham", "Coventry", "Birmingham", "Manchester", "Liverpool", "Nottingham",
    "Cardiff", "Swansea", "Wrexham", "Gwynedd",
)  # fmt: skip
TEAMS = ("Yorkshire", "Wales")


def teams() -> dict[str, Team]:
    return {name: Team.objects.get_or_create(name=name)[0] for name in TEAMS}


def prisons() -> list[Establishment]:
    """In the order above, so that the first is always the same."""
    found = {prison.code: prison for prison in Establishment.objects.filter(code__in=PRISONS)}
    return [found[code] for code in PRISONS]


def councils() -> list[LocalAuthority]:
    return list(LocalAuthority.objects.filter(name__in=COUNCILS).order_by("name"))


def contact_points(*, at: datetime, dice: Random) -> None:
    """A care leaver lead in each prison and a leaving care team in each council; some checked long ago, some vacant."""
    places: list[Establishment | LocalAuthority] = [*prisons(), *councils()]
    for place in places:
        post = posts.add(
            place=place,
            title="Care leaver lead" if isinstance(place, Establishment) else "Leaving care team",
            is_contact_point=True,
            is_shared=True,
            mailbox=f"careleavers.{_slug(place.name)}@example.org",
            by=None,
            at=at - timedelta(days=420),
        )
        posts.verify(post=post, by=None, at=at - timedelta(days=dice.choice([12, 40, 95, 200, 400])))
        if dice.random() < 0.7:
            name = f"{dice.choice(names.FIRST)} {dice.choice(names.FAMILY)}"
            posts.appoint(post=post, starts=local_day(at) - timedelta(days=300), holder_name=name, by=None, at=at)
        else:
            posts.vacate(post=post, since=local_day(at) - timedelta(days=dice.randint(5, 90)), by=None, at=at)


def _slug(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
