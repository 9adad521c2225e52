from datetime import date

import pytest

from tests.conftest import NOW
from tests.matrix.fixtures_assessing import a_reflection, a_unit, a_walk  # noqa: F401
from tests.training import leading
from tests.training.courses import course, module
from training.actions import cohorts, enrolments, learners, progress
from training.models import ModuleVersion


@pytest.fixture
def asking(db):
    """A published module of a course for staff."""
    return module(course(), valid_months=12, opens="listening")


@pytest.fixture
def version(asking):
    return ModuleVersion.objects.get()


@pytest.fixture
def learner(db, dee):
    return learners.add(name="Dee Marsh", place="HMP Leeds", login=dee, by=None, at=NOW)


@pytest.fixture
def enrolment(asking, learner, dee):
    return enrolments.enrol(learner=learner, course=asking.get_parent().specific, source="self", by=dee, at=NOW)


@pytest.fixture
def begun(enrolment, version, dee):
    """Dee has begun the module."""
    return progress.begin(enrolment=enrolment, version=version, by=dee, at=NOW)


@pytest.fixture
def officers(asking, leeds, hana):
    """Staff of HMP Leeds in a cohort that is to finish by the end of the month: nobody has begun."""
    said = {"course": asking.get_parent().specific, "due_on": date(2026, 11, 30)}
    cohort = cohorts.add(establishment=leeds, name="Autumn", key="k1", by=hana, at=NOW, **said)
    people = [leading.add(f"Officer {n}", leeds, by=hana) for n in range(6)]
    for one in people:
        cohorts.join(cohort=cohort, learner=one, by=hana, at=NOW)
    return people
