import pytest

from tests.conftest import NOW
from tests.training.courses import course, module
from training.actions import enrolments, learners, progress
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
