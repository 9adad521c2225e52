"""Jo’s own way to their records: Finn keeps it, Bea would step in."""

import pytest

from casefiles_support.actions import duties, journeys, supporters
from people.actions import persons
from tests.conftest import NOW, file_supporter

TODAY = NOW.date()


def offered(person, by, *, key="o1", at=NOW, outcome="done", **more):
    """Asked in private, and what they said."""
    return journeys.offer(person=person, outcome=outcome, in_private=True, on=at.date(), key=key, by=by, at=at, **more)


def beside(journey, login, by, *, role="practitioner", at=NOW):
    """Named, and the person said yes."""
    named = supporters.name(journey=journey, role=role, login=login, no_conflict=True, by=by, at=at)
    return supporters.agree(supporter=named, on=at.date(), by=by, at=at)


@pytest.fixture
def journey(jo, finn, rosa):
    """Of Jo, who said yes to Rosa’s question and to Finn."""
    journey = offered(jo, rosa)
    beside(journey, finn, finn)
    journey.refresh_from_db()
    return journey


@pytest.fixture
def practitioner(journey):
    """Finn, beside Jo."""
    return journey.supporters.get(role="practitioner")


@pytest.fixture
def bea(make_user, yorkshire):
    """Another file supporter in Yorkshire."""
    return file_supporter(make_user, "bea", "Bea", yorkshire)


@pytest.fixture
def back_up(journey, bea, finn):
    """Bea, who steps in where Finn cannot: Jo said yes to her."""
    return beside(journey, bea, finn, role="back_up")


@pytest.fixture
def raised():
    """`raised(journey, kind="follow_up")`: something that is owed."""

    def act(journey, *, kind="follow_up", key="d1", due_on=TODAY, **more):
        return duties.raise_duty(key=key, kind=kind, journey=journey, due_on=due_on, by=None, at=NOW, **more)

    return act


@pytest.fixture
def a_checkpoint(journey):
    """What Jo said when Rosa asked."""
    return journey.checkpoints.get()


@pytest.fixture
def a_duty(journey, raised):
    return raised(journey, kind="hand_over", key="a duty")


@pytest.fixture
def lou(yorkshire):
    """Somebody whom Bea supports."""
    return persons.add(preferred_name="Lou", team=yorkshire, by=None, at=NOW)


@pytest.fixture
def stand_in(lou, bea, finn, rosa):
    """Finn, who would step in for Bea: she keeps Lou’s journey."""
    journey = offered(lou, rosa, key="lou")
    beside(journey, bea, bea)
    return beside(journey, finn, bea, role="back_up")


def crowd_of_journeys(person, rosa, finn, n):
    """One more who said yes, whom Finn keeps and for whom something is owed."""
    journey = offered(person, rosa, key=f"crowd{n}")
    beside(journey, finn, finn)
    duties.raise_duty(key=f"crowd{n}", kind="hand_over", journey=journey, due_on=TODAY, by=None, at=NOW)
