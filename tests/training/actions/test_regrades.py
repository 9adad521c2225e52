"""A wrong key is put right for everybody it hurt, and for nobody's loss."""

import json

import pytest

from common.transitions import NotAllowed
from tests.training.courses import question, whole_body
from tests.training.finishing import LATER, answers, read_all
from training.actions import attempts, regrades
from training.models import Answer, Attempt, Certificate, LessonPage, ModuleVersion
from training.rules.regrades import RULES

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected(asking):
    """The right answer to the first question of the test is b, and not a."""
    page, body = LessonPage.objects.get(), whole_body()
    body[4] = question("q1", right="b")
    page.body = json.dumps(body)
    page.save_revision().publish()
    asking.save_revision().publish()
    return ModuleVersion.objects.of(asking).last()


def q1(version):
    return next(iter(answers_of(version)))


def answers_of(version):
    return {
        one["id"]: one
        for lesson in version.plain["lessons"]
        for one in lesson["blocks"]
        if one["type"] == "question" and one["value"]["when"] == "test"
    }


def chosen(version, letter):
    options = answers_of(version)[q1(version)]["value"]["options"]
    return options["abc".index(letter)]["id"]


def take(begun, dee, *, right, first):
    attempt = attempts.begin(progress=begun, by=dee, at=LATER)
    given = answers(begun, right=right) | {q1(begun.version): chosen(begun.version, first)}
    return attempts.hand_in(attempt=attempt, given=given, by=dee, at=LATER)


def again(version, corrected, rosa, **changes):
    said = {"block_id": q1(version), "rule": "rekey", "reason": "The key was wrong", "by": rosa, "at": LATER}
    return regrades.regrade(version=version, corrected=corrected, **(said | changes))


def test_who_was_right_all_along_gets_the_point_and_passes(begun, version, corrected, dee, rosa):
    read_all(begun, by=dee)
    attempt = take(begun, dee, right=4, first="b")  # three right by the old key, four by the new
    assert not attempt.passed

    made = again(version, corrected, rosa)

    attempt.refresh_from_db()
    assert (made.rose, attempt.score, attempt.passed) == (1, 80, True)
    assert Certificate.objects.count() == 1


def test_who_was_right_by_the_old_key_loses_nothing(begun, version, corrected, dee, rosa):
    attempt = take(begun, dee, right=5, first="a")

    assert again(version, corrected, rosa).rose == 0

    attempt.refresh_from_db()
    assert attempt.score == 100
    assert Answer.objects.get(attempt=attempt, block_id=q1(version)).counts == 1


def test_the_mark_of_that_day_can_still_be_seen(begun, version, corrected, dee, rosa):
    attempt = take(begun, dee, right=4, first="b")
    again(version, corrected, rosa)

    answer = Answer.objects.get(attempt=attempt, block_id=q1(version))
    assert (answer.points, answer.raised_to) == (0, 1)


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("first", "abc")
def test_no_rule_takes_a_mark_a_pass_or_a_certificate_away(begun, version, corrected, dee, rosa, rule, first):
    read_all(begun, by=dee)
    attempt = take(begun, dee, right=5, first=first)
    before = {one.block_id: one.counts for one in attempt.answers.all()}
    held = Certificate.objects.values_list("sha256", flat=True)
    kept = list(held)

    again(version, corrected, rosa, rule=rule)

    after = Attempt.objects.get(pk=attempt.pk)
    assert all(one.counts >= before[one.block_id] for one in after.answers.all())
    assert (after.score >= attempt.score, after.passed >= attempt.passed) == (True, True)
    assert list(held.all()) == kept


def test_it_refuses_without_a_reason_and_where_no_key_changed(begun, version, corrected, dee, rosa):
    with pytest.raises(NotAllowed, match="Say why"):
        again(version, corrected, rosa, reason="")
    other = list(answers_of(version))[1]
    with pytest.raises(NotAllowed, match="has not changed"):
        again(version, corrected, rosa, block_id=other)
    assert Attempt.objects.count() == 0
