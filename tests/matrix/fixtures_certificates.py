"""A certificate of Dee's, who works in a prison, and its code."""

from types import SimpleNamespace

import pytest

from tests.conftest import NOW
from tests.training.courses import course, module
from tests.training.finishing import read_all, take_test
from training.actions import answer_sheets, enrolments, learners, progress
from training.actions.answer_sheets import Whose, Written
from training.models import Certificate, ModuleVersion


@pytest.fixture
def a_module(db):
    """A published module: as its version, which is what learners read."""
    page = module(course(), valid_months=12)
    return ModuleVersion.objects.get(page=page)


@pytest.fixture
def dees_learner(dee):
    return learners.add(name="Dee Marsh", place="HMP Leeds", login=dee, by=None, at=NOW)


@pytest.fixture
def some_progress(a_module, dees_learner, dee):
    on_it = enrolments.enrol(
        learner=dees_learner, course=a_module.page.get_parent().specific, source="self", by=dee, at=NOW
    )
    return progress.begin(enrolment=on_it, version=a_module, by=dee, at=NOW)


@pytest.fixture
def a_certificate(some_progress, dee):
    read_all(some_progress, by=dee)
    take_test(some_progress, right=5, by=dee)
    return Certificate.objects.get(progress=some_progress)


@pytest.fixture
def a_certificates_code(a_certificate):
    return SimpleNamespace(ref=a_certificate.code)


@pytest.fixture
def an_answer_sheet(a_module, rosa):
    return answer_sheets.give(
        whose=Whose(name="Kit Lane", place="HMP Leeds"), version=a_module, key="answ3r000001", by=rosa, at=NOW
    )


@pytest.fixture
def a_keyed_sheet(a_module, rosa):
    whose = Whose(name="Bo Hill")
    sheet = answer_sheets.give(whose=whose, version=a_module, key="answ3r000002", by=rosa, at=NOW)
    written = Written(on=NOW.date(), has_read=True, given={})
    return answer_sheets.key_in(sheet=sheet, written=written, by=rosa, at=NOW)


def crowd_of_answer_sheets(version, by, n):
    answer_sheets.give(whose=Whose(name=f"Learner {n}"), version=version, key=f"answ3r{n}", by=by, at=NOW)
