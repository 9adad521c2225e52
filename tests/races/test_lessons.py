"""A learner presses everything eight times at once: there is one of each."""

import pytest

from people.models import Concern
from tests.conftest import NOW
from tests.races.running import race
from tests.training.courses import course, module
from tests.training.finishing import LATER, answers, read_all, take_test
from training.actions import attempts, lessons, progress
from training.models import Answer, Attempt, Confidence, Enrolment, Learner, ModuleVersion, Progress, Reflection
from training.rules.confidences import asked
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(db):
    module(course())
    return ModuleVersion.objects.get()


def take_up(version, by):
    return progress.take_up(
        version=version, name="Dee Marsh", establishment=None, roles={"prison_staff"}, by=by, at=NOW
    )


def test_of_eight_presses_of_begin_one_learner_begins(version, dee):
    outcomes = race(8, lambda n: take_up(version, dee))

    assert {type(outcome) for outcome in outcomes} == {Progress}
    assert (Learner.objects.count(), Enrolment.objects.count(), Progress.objects.count()) == (1, 1, 1)


def test_of_eight_pages_left_at_once_each_word_is_kept_and_told_once(version, dee):
    begun = take_up(version, dee)
    thought = next(name for name, one in blocks(version.plain).items() if one["type"] == "reflection")
    sure = next(iter(asked(version.plain, "before")))

    def leave(n):
        return lessons.leave(
            progress=Progress.objects.get(pk=begun.pk), read=list(blocks(version.plain)),
            words={thought: "I want to die."}, sure={sure: 2}, by=dee, at=LATER,
        )  # fmt: skip

    outcomes = race(8, leave)

    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert (Reflection.objects.count(), Confidence.objects.count(), Concern.objects.count()) == (1, 1, 1)


def test_of_eight_refreshers_begun_at_once_one_is(version, dee):
    begun = take_up(version, dee)
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)

    outcomes = race(
        8, lambda n: progress.refresh(progress=Progress.objects.get(pk=begun.pk), version=version, by=dee, at=LATER)
    )

    assert len({outcome.pk for outcome in outcomes}) == 1
    assert Progress.objects.count() == 2


def test_answers_that_come_while_it_is_handed_in_change_no_mark(version, dee):
    begun = take_up(version, dee)
    attempt = attempts.begin(progress=begun, by=dee, at=LATER)
    given = answers(begun, right=5)

    def send(n):
        mine = Attempt.objects.get(pk=attempt.pk)
        if n % 2:
            return attempts.keep(attempt=mine, given=given, by=dee, at=LATER)
        return attempts.hand_in(attempt=mine, given=given, by=dee, at=LATER)

    outcomes = race(8, send)

    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert Attempt.objects.get().score == 100
    assert Answer.objects.count() == 5
