"""A group that Sam holds, its register, and what is planned: one of each, and a crowd of them."""

from datetime import time, timedelta

import pytest

from common.dates import local_day
from mentoring.actions import groups, meetings, registers, repeats
from mentoring.actions.meetings import Occasion
from mentoring.actions.registers import Row
from mentoring.actions.sessions import Details
from mentoring.models import Facilitator, Match, Member, Mentor
from people.actions import persons
from tests.conftest import NOW

EARLIER = NOW - timedelta(days=40)


def register_of(leeds, **changes) -> Details:
    said = {
        "kind": "group", "setting": "custody", "medium": "in_person", "establishment": leeds, "happened": True,
        "minutes": 60, "topics": ["family"], "what_we_did": "Talked about visits",
        "started_at": NOW - timedelta(days=2),
    }  # fmt: skip
    return Details(**(said | changes))


@pytest.fixture
def sams_mentor(sam) -> Mentor:
    return Mentor.objects.get(person__login=sam)


@pytest.fixture
def group(yorkshire, leeds, rosa, sams_mentor, jo, match):
    """Jo is in it, and Sam holds it."""
    made = groups.add(name="Tuesday group", team=yorkshire, establishment=leeds, key="g1", by=rosa, at=EARLIER)
    groups.join(group=made, person=jo, by=rosa, at=EARLIER)
    groups.lead(group=made, mentor=sams_mentor, by=rosa, at=EARLIER)
    return made


@pytest.fixture
def member(group) -> Member:
    return Member.objects.get(group=group)


@pytest.fixture
def facilitator(group) -> Facilitator:
    return Facilitator.objects.get(group=group)


@pytest.fixture
def lee(group, yorkshire, rosa):
    """In the group, and matched with nobody."""
    person = persons.add(preferred_name="Lee", family_name="Hidden", team=yorkshire, by=rosa, at=EARLIER)
    groups.join(group=group, person=person, by=rosa, at=EARLIER)
    return person


@pytest.fixture
def register(group, sams_mentor, jo, leeds, sam, now):
    rows = [Row(person=jo, mark="attended")]
    return registers.take(
        mentor=sams_mentor, group=group, details=register_of(leeds), rows=rows, key="r1", by=sam, at=now
    )


def more(n, *, walk, team, leeds, rosa, sam, now):
    """Another of each thing that a list may show."""
    made = groups.add(name=f"Group {n}", team=team, establishment=leeds, key=f"crowd{n}", by=rosa, at=EARLIER)
    groups.join(group=made, person=walk.person, by=rosa, at=EARLIER)
    groups.lead(group=made, mentor=walk.mentor, by=rosa, at=EARLIER)
    mine = Match.objects.filter(mentor__person__login=sam).order_by("pk")[0]
    for who, key in ((walk, "a"), (mine, "b")):
        meetings.plan(
            mentor=who.mentor, whom=who, starts_at=now, occasion=occasion(leeds), key=f"{key}{n}", by=rosa, at=now
        )
    # Planned two days before it was, and forgotten.
    meetings.plan(
        mentor=walk.mentor, whom=walk, starts_at=now - timedelta(days=2), occasion=occasion(leeds), key=f"c{n}",
        by=rosa, at=now - timedelta(days=4),
    )  # fmt: skip


def occasion(leeds) -> Occasion:
    return Occasion(minutes=60, setting="custody", medium="in_person", establishment=leeds)


@pytest.fixture
def coming_meeting(match, leeds, sam, now):
    """Sam and Jo, tomorrow, in the prison where Jo is."""
    return meetings.plan(
        mentor=match.mentor, whom=match, starts_at=now + timedelta(days=1), occasion=occasion(leeds), key="c1",
        by=sam, at=now,
    )  # fmt: skip


@pytest.fixture
def meeting(match, leeds, sam, now):
    """Sam and Jo, an hour ago: it can be logged, moved and called off."""
    return meetings.plan(
        mentor=match.mentor, whom=match, starts_at=now - timedelta(hours=1), occasion=occasion(leeds), key="m1",
        by=sam, at=now,
    )  # fmt: skip


@pytest.fixture
def group_meeting(group, sams_mentor, leeds, rosa, now):
    return meetings.plan(
        mentor=sams_mentor, whom=group, starts_at=now - timedelta(hours=1), occasion=occasion(leeds), key="m2",
        by=rosa, at=now,
    )  # fmt: skip


@pytest.fixture
def repeat(match, leeds, sam, now):
    """Sam and Jo, every week at ten, for a year."""
    today = local_day(now)
    return repeats.begin(
        mentor=match.mentor, whom=match, every="week", first_day=today + timedelta(days=1), wall_time=time(10),
        until=today + timedelta(days=300), occasion=occasion(leeds), key="p1", by=sam, at=now,
    )  # fmt: skip
