from datetime import date, timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from tests.conftest import NOW
from training.actions import completions, learners
from training.models import Completion
from training.rules.completions import FILE_SUPPORT, MODULES, mandatory, runs_out

TODAY = NOW.date()


@pytest.fixture
def learner(db):
    return learners.add(name="Sam", place="Leeds", login=None, by=None, at=NOW)


def key_in(learner, **said):
    given = {"module": "safeguarding", "version": "2026", "completed_on": TODAY, "by": None, "at": NOW}
    return completions.key_in(learner=learner, **given | said)


def test_a_completion_counts_until_its_last_day(learner):
    done = key_in(learner)

    assert done.expires_on == date(2028, 11, 21)
    assert learner.completions.valid(done.expires_on).exists()
    assert not learner.completions.valid(done.expires_on + timedelta(days=1)).exists()
    assert not learner.completions.valid(TODAY - timedelta(days=1)).exists()


@pytest.mark.parametrize(
    ("finished", "last"),
    [
        (date(2026, 1, 31), date(2028, 1, 30)),
        (date(2024, 2, 29), date(2026, 2, 27)),
        (date(2026, 12, 31), date(2028, 12, 30)),
    ],
)
def test_a_module_runs_out_the_day_before_the_same_day(finished, last):
    assert runs_out("safeguarding", finished) == last


def test_only_work_in_a_prison_needs_its_module():
    assert set(mandatory(inside=True)) - set(mandatory(inside=False)) == {"inside"}
    assert set(mandatory(inside=True)) == set(MODULES) - {FILE_SUPPORT}


def test_it_refuses_a_module_that_nobody_knows(learner):
    with pytest.raises(NotAllowed, match="from the list"):
        key_in(learner, module="juggling")


def test_it_refuses_a_day_to_come(learner):
    with pytest.raises(NotAllowed, match="in the future"):
        key_in(learner, completed_on=TODAY + timedelta(days=1))


def test_a_learner_needs_a_name(db):
    with pytest.raises(NotAllowed, match="Enter the name"):
        learners.add(name=" ", place="", login=None, by=None, at=NOW)


def test_a_login_is_one_learner(rosa):
    one = learners.add(name="Rosa", place="", login=rosa, by=None, at=NOW)

    assert learners.add(name="Rosa W", place="", login=rosa, by=None, at=NOW) == one


def test_the_same_module_of_the_same_day_is_written_down_once(learner):
    assert key_in(learner) == key_in(learner)
    assert Completion.objects.count() == 1
    assert Event.objects.filter(verb="training.completion.keyed_in").count() == 1
