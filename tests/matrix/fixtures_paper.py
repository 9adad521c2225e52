"""Paper sheets that stand for the URLs which name one."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from mentoring.actions import sheets, stacks
from mentoring.actions.registers import Row
from mentoring.actions.stacks import Wanted
from people.actions import identifications
from tests.conftest import NOW
from tests.matrix.fixtures_sessions import register_of


@pytest.fixture
def sheet(match, rosa, yorkshire):
    """Printed for Sam and Jo."""
    wanted = Wanted(kind="one_to_one", team=yorkshire, match=match)
    return stacks.print_(wanted=wanted, count=2, key="5tack0000001", by=rosa, at=NOW)[0]


@pytest.fixture
def blank_sheet(rosa, yorkshire):
    return stacks.print_(
        wanted=Wanted(kind="one_to_one", team=yorkshire), count=1, key="5tack0000002", by=rosa, at=NOW
    )[0]


@pytest.fixture
def stack_of_sheets(sheet):
    return SimpleNamespace(ref=sheet.stack)


@pytest.fixture
def names_sheet(group, sams_mentor, jo, leeds, rosa, yorkshire):
    """A register of Sam's group, with a name on it that was written by hand."""
    wanted = Wanted(kind="group_register", team=yorkshire, of_group=group)
    printed = stacks.print_(wanted=wanted, count=1, key="5tack0000003", by=rosa, at=NOW - timedelta(days=9))[0]
    sheets.key_register(
        sheet=printed, mentor=sams_mentor, group=group, details=register_of(leeds), written_on=NOW.date(),
        rows=[Row(person=jo, mark="attended")], names_by_hand="Bo", key="nam3s0000001", by=rosa, at=NOW,
    )  # fmt: skip
    return printed


def crowd_of_paper(walk, by, n):
    """One more of each thing that a list of paper may show."""
    wanted = Wanted(kind="one_to_one", team=walk.person.team, match=walk)
    stacks.print_(wanted=wanted, count=1, key=f"crowd{n}", by=by, at=NOW)
    identifications.record(
        person=walk.person, asked_on=NOW.date() - timedelta(days=30), stage="later", asked_by_role="peer",
        wording="peer_1", answer="no", next_ask_on=NOW.date(), key=f"crowd{n}", by=by, at=NOW,
    )  # fmt: skip
