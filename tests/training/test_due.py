from datetime import timedelta

import pytest

from messaging import reminders
from messaging.actions.reminders import remind
from messaging.models import Message
from tests.conftest import NOW
from training.actions import enrolments, stations
from training.due import DUE, RUNS_OUT
from training.models import Completion

pytestmark = pytest.mark.django_db
AT = NOW + timedelta(hours=1)  # past ten in the morning


@pytest.fixture
def reached(dee):
    dee.email = "dee@prison.example"
    dee.save(update_fields=["email"])
    return dee


def plan(key, at=AT):
    one = reminders.known(key)
    return remind(reminder=one, occasions=one.occasions(at, at + timedelta(days=3)), by=None, at=at)


@pytest.fixture
def due(asking, learner, reached, leeds):
    stations.begin(learner=learner, establishment=leeds, job="officer", since=NOW.date(), by=reached, at=NOW)
    return enrolments.enrol(
        learner=learner, course=asking.get_parent().specific, source="staff", by=reached, at=NOW,
        due_on=NOW.date() + timedelta(days=14),
    )  # fmt: skip


def finish(learner, days):
    return Completion.objects.create(
        learner=learner, module="listening", completed_on=NOW.date() - timedelta(days=300), keyed_at=NOW,
        expires_on=NOW.date() + timedelta(days=days),
    )  # fmt: skip


def test_fourteen_and_three_days_before_one_email_goes_and_names_no_course(due):
    assert [plan(DUE), plan(DUE, AT + timedelta(hours=1)), plan(DUE, AT + timedelta(days=11))] == [1, 0, 1]
    assert due.course_title not in Message.objects.first().text


def test_whoever_has_finished_is_not_told(due, learner):
    finish(learner, 400)

    assert plan(DUE) == 0


def test_whoever_has_no_login_or_left_the_course_is_not_written_to(due, learner, reached):
    enrolments.withdraw(enrolment=due, by=reached, at=NOW)

    assert plan(DUE) == 0


def test_what_was_learned_face_to_face_runs_out_and_they_are_told(due, learner):
    finish(learner, 60)

    assert plan(RUNS_OUT) == 1
    assert plan(RUNS_OUT, AT + timedelta(days=46)) == 1


def test_done_again_nothing_runs_out(due, learner):
    finish(learner, 60)
    Completion.objects.create(
        learner=learner, module="listening", completed_on=NOW.date(), keyed_at=NOW,
        expires_on=NOW.date() + timedelta(days=500),
    )  # fmt: skip

    assert plan(RUNS_OUT) == 0


def test_whoever_works_in_no_prison_hears_it_from_mentoring(learner, reached):
    finish(learner, 60)

    assert plan(RUNS_OUT) == 0
