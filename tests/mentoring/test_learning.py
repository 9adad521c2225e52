import pytest

from tests.conftest import NOW
from training.actions import learners
from training.models import Learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(sam):
    found = sam.person.mentor
    found.learner = None
    found.save(update_fields=["learner"])
    return found


def test_a_mentor_who_begins_to_learn_is_known_as_that_learner(sam, mentor):
    learner = learners.add(name="Sam", place="", login=sam, by=sam, at=NOW)

    mentor.refresh_from_db()
    assert mentor.learner == learner


def test_what_was_written_down_before_they_had_a_login_becomes_theirs(sam, mentor):
    earlier = learners.add(name="Sam", place="HMP Leeds", login=None, by=None, at=NOW)
    mentor.learner = earlier
    mentor.save(update_fields=["learner"])

    assert learners.add(name="Sam", place="", login=sam, by=sam, at=NOW) == earlier
    assert Learner.objects.get(login=sam) == earlier


def test_whoever_is_no_mentor_is_a_learner_of_their_own(dee, sam, mentor):
    learner = learners.add(name="Dee", place="", login=dee, by=dee, at=NOW)

    mentor.refresh_from_db()
    assert mentor.learner is None
    assert learner.login == dee
