"""Kit, on the way to becoming a mentor: one of each thing that a URL of recruitment names."""

from datetime import timedelta

import pytest

from mentoring.actions import appeals, applications, clearances, dbs_checks, decisions, interests
from mentoring.actions import risk_assessments as risks
from mentoring.actions.applications import Answers, Referee
from tests.conftest import NOW

CANARY = "A canary about 2009"
ANSWERS = Answers(
    why="Somebody did it for me", experience="Eight years in care", availability="Thursdays", support="Lifts",
    convictions_told="yes", convictions=CANARY,
)  # fmt: skip
REFEREES = [
    Referee(name=name, known_as="Ran a group", email=f"{name.lower()}@example.org", reach="") for name in ("Bel", "Ola")
]


def interested(team, by=None, key="interest-1", **said):
    given = {"name": "Kit", "family_name": "Wren", "email": "kit@example.org", "message": "I would like to help"}
    return interests.tell(**given | said, team=team, key=key, by=by, at=NOW)


def asked(team, by, **said):
    return applications.invite(application=interested(team, **said), known=None, by=by, at=NOW)


def applied(team, by, **said):
    application = asked(team, by, **said)
    return applications.submit(application=application, answers=ANSWERS, referees=REFEREES, by=by, at=NOW)


@pytest.fixture
def application(yorkshire, rosa):
    """Kit has applied, on paper: two referees are named and nobody has met them."""
    return applied(yorkshire, rosa)


@pytest.fixture
def asked_to_apply(yorkshire, rosa):
    """Kim was asked, and the form is open."""
    return asked(yorkshire, rosa, key="interest-kim", name="Kim")


@pytest.fixture
def kim_person(asked_to_apply):
    return asked_to_apply.mentor.person


@pytest.fixture
def kit(application):
    return application.mentor


@pytest.fixture
def kit_person(kit):
    return kit.person


@pytest.fixture
def reference(kit):
    return kit.references.order_by("pk").first()


@pytest.fixture
def dbs_check(kit, rosa):
    return dbs_checks.ask(mentor=kit, level="enhanced", by=rosa, at=NOW)


@pytest.fixture
def risk_assessment(kit, rosa):
    return risks.write(
        mentor=kit, risks="Knows people inside", safeguards="Tells us", decision="with_safeguards", key="risk-1",
        look_again_on=NOW.date() + timedelta(days=300), by=rosa, at=NOW,
    )  # fmt: skip


@pytest.fixture
def clearance(kit, leeds, rosa):
    return clearances.begin(mentor=kit, establishment=leeds, by=rosa, at=NOW)


@pytest.fixture
def appeal(application, rosa):
    decisions.decline(
        application=application, reason="not_ready", words="Come back in spring, please.", by=rosa, at=NOW
    )
    return appeals.make(application=application, grounds="I am ready", by=rosa, at=NOW)


@pytest.fixture
def lou_person(appeal):
    return appeal.application.mentor.person


def more_applications(team, by, numbers):
    """For lists: thirty more on the way, each with a clearance under way."""
    for n in numbers:
        applied(team, by, key=f"crowd-{n}", name=f"Crowd {n}")
