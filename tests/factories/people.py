"""People, where they are, and those who look after them. Everyone here is made up."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from people.actions import concerns, locations, permissions, persons
from people.models import Concern, LocationEpisode, Person, SharingPermission
from places.models import Establishment, LocalAuthority, Nation, Post, Posting, ProbationRegion, Team

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
_number = count(1)


def team(name: str = "") -> Team:
    return Team.objects.create(name=name or f"Team {next(_number)}")


def council(name: str = "") -> LocalAuthority:
    n = next(_number)
    return LocalAuthority.objects.create(
        gss_code=f"E{n:08d}", name=name or f"Council {n}", nation=Nation.ENGLAND, region="North", kind="MET"
    )


def prison(name: str = "") -> Establishment:
    n = next(_number)
    return Establishment.objects.create(
        code=f"T{n}",
        name=name or f"HMP Test {n}",
        kind=Establishment.Kind.PRISON,
        gender=Establishment.Gender.MEN,
        category="C",
        region="North",
        authority=council(),
    )


def region() -> ProbationRegion:
    n = next(_number)
    return ProbationRegion.objects.create(code=f"R{n}", name=f"Region {n}", nation=Nation.ENGLAND)


def posted(user: Any, **place: Any) -> Posting:
    """A posting of `user` at one place: `team=`, `establishment=`, `authority=`, `probation_region=`…"""
    post = Post.objects.create(title="Worker", **place)
    return Posting.objects.create(post=post, user=user, started_on=date(2026, 1, 1))


def person(name: str = "Jo", *, at: datetime = AT, **details: Any) -> Person:
    details.setdefault("team", None)
    details["team"] = details["team"] or team()
    return persons.add(preferred_name=name, by=None, at=at, **details)


def lives(who: Person, *, at: datetime = AT, **where: Any) -> LocationEpisode:
    where.setdefault("kind", "community")
    return locations.record(person=who, by=None, at=at, source="person", **where)


def held(who: Person, where: Establishment | None = None, *, at: datetime = AT, **more: Any) -> LocationEpisode:
    """Somebody in custody, on remand unless something else is said."""
    more.setdefault("legal_state", "remand")
    note = "" if where else "a prison in the north"
    return lives(who, at=at, kind="custody", establishment=where, place_note=note, **more)


def allows(who: Person, partner: Any, what: str = "basics", *, at: datetime = AT, **more: Any) -> SharingPermission:
    return permissions.give(person=who, what=what, partner=partner, how="spoken", by=None, at=at, **more)


def concern(by: Any, *, at: datetime = AT, **said: Any) -> Concern:
    said.setdefault("key", f"form-{next(_number)}")
    said.setdefault("worry", "He has stopped eating")
    said.setdefault("urgency", "today")
    said.setdefault("setting", "community")
    if "about" not in said:
        said.setdefault("about_name", "a friend")
    return concerns.raise_concern(by=by, at=at, **said)
