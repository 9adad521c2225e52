from datetime import date, timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training.finishing import LATER, answers, read_all, take_test
from training.actions import attempts
from training.models import Answer, Attempt, Certificate

pytestmark = pytest.mark.django_db


def test_a_test_is_marked_question_by_question(begun, dee):
    attempt = take_test(begun, right=4, by=dee)

    assert (attempt.score, attempt.passed) == (80, True)
    assert list(Answer.objects.order_by("pk").values_list("points", flat=True)) == [1, 1, 1, 1, 0]
    assert Event.objects.filter(verb="training.attempt.handed_in").count() == 1


def test_it_is_not_passed_below_the_mark_and_may_be_tried_again(begun, dee):
    assert not take_test(begun, right=3, by=dee).passed

    again = take_test(begun, right=5, by=dee)

    assert (again.number, again.passed) == (2, True)


def test_what_was_left_empty_or_is_no_answer_has_no_points(begun, dee):
    attempt = attempts.begin(progress=begun, by=dee, at=LATER)
    given = answers(begun, right=5)
    first, second = list(given)[:2]

    done = attempts.hand_in(attempt=attempt, given=given | {first: None, second: "z"}, by=dee, at=LATER)

    assert done.score == 60
    assert not done.passed


def test_handed_in_twice_the_first_stands(begun, dee):
    attempt = take_test(begun, right=2, by=dee)

    again = attempts.hand_in(attempt=attempt, given=answers(begun, right=5), by=dee, at=LATER)

    assert again.score == 40
    assert Answer.objects.count() == 5


def test_an_open_test_is_gone_on_with(begun, dee):
    first = attempts.begin(progress=begun, by=dee, at=NOW)

    assert attempts.begin(progress=begun, by=dee, at=LATER) == first


def test_a_passed_test_is_not_taken_again(begun, dee):
    take_test(begun, right=5, by=dee)

    with pytest.raises(NotAllowed, match="passed this test already"):
        attempts.begin(progress=begun, by=dee, at=LATER)


def test_it_refuses_help_that_nobody_knows(begun, dee):
    with pytest.raises(NotAllowed, match="from the list"):
        attempts.begin(progress=begun, by=dee, at=LATER, adjustments=["magic"])


def test_paper_is_marked_by_the_same_rules_and_says_who_typed_it(begun, dee, rosa):
    attempt = attempts.begin(progress=begun, by=rosa, at=LATER, adjustments=["scribe"], mode="paper")

    done = attempts.hand_in(
        attempt=attempt, given=answers(begun, right=5), by=rosa, at=LATER, written_on=date(2026, 11, 20)
    )

    assert (done.score, done.mode, done.keyed_by, done.written_on) == (100, "paper", rosa, date(2026, 11, 20))
    assert not done.is_late


def test_passing_and_reading_in_either_order_finish_the_module(begun, dee):
    take_test(begun, right=5, by=dee)
    assert not Certificate.objects.exists()

    read_all(begun, by=dee, at=LATER + timedelta(minutes=5))

    assert Certificate.objects.count() == 1
    assert Attempt.objects.count() == 1
