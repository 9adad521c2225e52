"""A prison whose staff learn: one of each thing that an address of a learning lead names, and many of each."""

from datetime import timedelta

import pytest

from places.reading import read_sheet
from tests.conftest import NOW
from tests.training import leading
from training.actions import cohorts, events, imports, join_codes
from training.columns import SHEET
from training.models import CoursePage, ModuleVersion

FILE = b"name,job\nBo Lane,officer\nCy Holt,juggler\n"


@pytest.fixture
def a_prison_that_learns(leeds, hana, a_module):
    """A course, and how many are in post at HMP Leeds."""
    leading.in_post(leeds, hana, officer=40, care=8)
    return leeds


@pytest.fixture
def an_officer(leeds, hana):
    return leading.add("Olwen Rees", leeds, by=hana)


@pytest.fixture
def a_cohort(a_prison_that_learns, leeds, hana, an_officer):
    made = cohorts.add(
        establishment=leeds, name="Autumn", course=CoursePage.objects.get(), due_on=None, key="kc", by=hana, at=NOW
    )
    cohorts.join(cohort=made, learner=an_officer, by=hana, at=NOW)
    return made


@pytest.fixture
def a_join_code(leeds, hana):
    return code_for(leeds, hana, "kj")


def code_for(leeds, hana, key):
    return join_codes.make(
        establishment=leeds, cohort=None, job="officer", places=5, expires_on=NOW.date() + timedelta(days=60), key=key,
        by=hana, at=NOW,
    )  # fmt: skip


@pytest.fixture
def an_event(a_prison_that_learns, leeds, hana, an_officer):
    made = event_at(leeds, hana, "ke", ModuleVersion.objects.get())
    events.expect(event=made, learner=an_officer, by=hana, at=NOW)
    return made


def event_at(leeds, hana, key, covers=None):
    return events.plan(
        establishment=leeds, title="A morning together", room="", starts_at=NOW - timedelta(days=1), minutes=90,
        covers=covers, key=key, by=hana, at=NOW,
    )  # fmt: skip


@pytest.fixture
def a_list_of_staff(leeds, hana):
    rows = read_sheet(FILE, SHEET)
    return imports.check(establishment=leeds, cohort=None, rows=rows, by=hana, at=NOW)


def crowd_of_learners(numbers, leeds, hana, cohort):
    """More of everything that a lead's lists show."""
    for n in numbers:
        learner = leading.add(f"Officer {n:02}", leeds, by=hana)
        cohorts.join(cohort=cohort, learner=learner, by=hana, at=NOW)
        cohorts.add(establishment=leeds, name=f"C{n}", course=None, due_on=None, key=f"kc{n}", by=hana, at=NOW)
        code_for(leeds, hana, f"kj{n}")
        event = event_at(leeds, hana, f"ke{n}")
        events.expect(event=event, learner=learner, by=hana, at=NOW)
        imports.check(establishment=leeds, cohort=None, rows=read_sheet(FILE, SHEET), by=hana, at=NOW)
