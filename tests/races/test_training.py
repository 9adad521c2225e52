"""Two ways to the end of a module meet: there is one certificate, and one completion."""

import pytest

from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.races.running import race
from tests.training.courses import course, module
from tests.training.finishing import LATER, answers
from training.actions import answer_sheets, attempts, certificates, enrolments, learners, progress, regrades
from training.models import Answer, AnswerSheet, Attempt, Certificate, Completion, Enrolment, ModuleVersion, Progress
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def begun(dee):
    page = module(course(), opens="listening")
    learner = learners.add(name="Dee Marsh", place="", login=dee, by=None, at=NOW)
    on_it = enrolments.enrol(learner=learner, course=page.get_parent().specific, source="self", by=dee, at=NOW)
    return progress.begin(enrolment=on_it, version=ModuleVersion.objects.get(), by=dee, at=NOW)


def test_of_eight_who_finish_at_once_one_certificate_comes(begun, dee):
    attempt = attempts.begin(progress=begun, by=dee, at=LATER)
    given, everything = answers(begun, right=5), list(blocks(begun.version.plain))

    def finish(n):
        if n % 2:
            return attempts.hand_in(attempt=Attempt.objects.get(pk=attempt.pk), given=given, by=dee, at=LATER)
        mine = Progress.objects.get(pk=begun.pk)
        return progress.see(progress=mine, block_ids=everything, by=dee, at=LATER)

    outcomes = race(8, finish)

    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert Certificate.objects.count() == 1
    assert Completion.objects.count() == 1


def test_of_eight_who_begin_at_once_there_is_one_of_each(dee, begun):
    Attempt.objects.all().delete()
    page = ModuleVersion.objects.get().page.get_parent().specific

    def begin(n):
        on_it = enrolments.enrol(learner=begun.enrolment.learner, course=page, source="self", by=dee, at=LATER)
        mine = progress.begin(enrolment=on_it, version=begun.version, by=dee, at=LATER)
        return attempts.begin(progress=mine, by=dee, at=LATER)

    outcomes = race(8, begin)

    assert {type(outcome) for outcome in outcomes} == {Attempt}
    assert (Enrolment.objects.count(), Progress.objects.count(), Attempt.objects.count()) == (1, 1, 1)


def test_of_eight_who_type_a_sheet_in_at_once_one_does(begun, rosa):
    sheet = answer_sheets.print_(progress=begun, key="k3y000000001", by=rosa, at=NOW)
    written = answer_sheets.Written(on=NOW.date(), has_read=True, given=answers(begun, right=5))

    def key_in(n):
        return answer_sheets.key_in(sheet=AnswerSheet.objects.get(pk=sheet.pk), written=written, by=rosa, at=LATER)

    outcomes = race(8, key_in)

    assert sum(isinstance(outcome, answer_sheets.KeyedAlready) for outcome in outcomes) == 7
    assert (Attempt.objects.count(), Certificate.objects.count()) == (1, 1)


def test_of_eight_who_put_a_name_right_at_once_one_does(begun, dee, rosa):
    attempt = attempts.begin(progress=begun, by=dee, at=LATER)
    progress.see(progress=begun, block_ids=list(blocks(begun.version.plain)), by=dee, at=LATER)
    attempts.hand_in(attempt=attempt, given=answers(begun, right=5), by=dee, at=LATER)
    first = Certificate.objects.get()

    def put_right(n):
        mine = Certificate.objects.get(pk=first.pk)
        return certificates.put_right(certificate=mine, name=f"Dee March {n}", reason="Misspelt", by=rosa, at=LATER)

    outcomes = race(8, put_right)

    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert list(Certificate.objects.order_by("issue").values_list("issue", flat=True)) == [1, 2]


def test_two_questions_that_are_marked_again_at_once_both_count(begun, dee, rosa):
    """Each alone leaves the test failed: both together pass it, and one certificate comes."""
    progress.see(progress=begun, block_ids=list(blocks(begun.version.plain)), by=dee, at=LATER)
    attempt = attempts.begin(progress=begun, by=dee, at=LATER)
    attempts.hand_in(attempt=attempt, given=answers(begun, right=2), by=dee, at=LATER)
    wrong = [one.block_id for one in Answer.objects.filter(points=0).order_by("pk")][:2]

    def mark_again(n):
        said = {"version": begun.version, "corrected": begun.version, "rule": "void", "reason": "It was unclear"}
        return regrades.regrade(**said, block_id=wrong[n], by=rosa, at=LATER)

    outcomes = race(2, mark_again)

    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    after = Attempt.objects.get()
    assert (after.score, after.passed) == (80, True)
    assert Certificate.objects.count() == 1
