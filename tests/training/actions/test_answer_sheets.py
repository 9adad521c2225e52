"""A module taken on paper: the same marking, the same trail, and one try for one sheet."""

from datetime import timedelta

import pytest

from audit.models import Entry
from common.transitions import NotAllowed
from people.models import Concern
from tests.conftest import NOW
from tests.training.courses import block, course, module, whole_body
from tests.training.finishing import LATER, answers
from training.actions import answer_sheets, attempts, enrolments, learners, progress
from training.actions.answer_sheets import Whose, Written
from training.models import AnswerSheet, Attempt, Certificate, Learner, ModuleVersion

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def learner(db):
    """Somebody with neither an address nor a login."""
    return learners.add(name="Kit Lane", place="HMP Leeds", login=None, by=None, at=NOW)


@pytest.fixture
def begun(asking, version, learner, rosa):
    on_it = enrolments.enrol(learner=learner, course=asking.get_parent().specific, source="staff", by=rosa, at=NOW)
    return progress.begin(enrolment=on_it, version=version, by=rosa, at=NOW)


@pytest.fixture
def sheet(begun, rosa):
    return answer_sheets.print_(
        progress=begun, key="k3y000000001", adjustments=["large_print", "scribe"], by=rosa, at=NOW
    )


def key_in(sheet, rosa, *, right=5, **changes):
    said = {"given": answers(sheet.progress, right=right), "has_read": True, "on": TODAY} | changes
    return answer_sheets.key_in(sheet=sheet, written=Written(**said), by=rosa, at=LATER)


def test_somebody_without_a_login_earns_a_certificate_on_paper(sheet, rosa):
    attempt = key_in(sheet, rosa).attempt

    assert (attempt.mode, attempt.score, attempt.passed, attempt.is_late) == ("paper", 100, True, False)
    assert (attempt.written_on, attempt.keyed_by) == (TODAY, rosa)
    assert attempt.adjustments == ["large_print", "scribe"]
    assert attempt.seed == sheet.seed
    assert Certificate.objects.get().plain["name"] == "Kit Lane"


def test_it_is_marked_as_on_a_screen(sheet, begun, rosa):
    attempt = key_in(sheet, rosa, right=3).attempt

    assert (attempt.score, attempt.passed) == (60, False)
    assert not Certificate.objects.exists()


def test_whoever_has_not_read_the_workbook_is_not_finished(sheet, begun, rosa):
    key_in(sheet, rosa, has_read=False)

    begun.refresh_from_db()
    assert begun.passed_at == LATER
    assert begun.finished_at is None


def test_typed_in_twice_it_is_one_try(sheet, rosa):
    key_in(sheet, rosa)

    with pytest.raises(answer_sheets.KeyedAlready) as already:
        key_in(sheet, rosa, right=0)
    assert already.value.sheet.attempt.score == 100
    assert Attempt.objects.count() == 1


def test_printed_twice_by_one_form_it_is_one_sheet(sheet, begun, rosa):
    assert answer_sheets.print_(progress=begun, key=sheet.key, by=rosa, at=LATER) == sheet


def test_a_try_that_was_opened_on_a_screen_goes_on_on_paper(sheet, begun, rosa):
    opened = attempts.begin(progress=begun, adjustments=["breaks"], by=rosa, at=NOW)

    assert key_in(sheet, rosa).attempt == opened
    opened.refresh_from_db()
    assert (opened.mode, opened.seed) == ("paper", sheet.seed)
    assert opened.adjustments == ["breaks", "large_print", "scribe"]


def test_help_that_was_set_while_the_paper_was_out_counts_too(sheet, learner, rosa):
    learners.adjust(learner=learner, adjustments=["extra_time"], by=rosa, at=NOW)

    assert key_in(sheet, rosa).attempt.adjustments == ["extra_time", "large_print", "scribe"]


def test_a_cancelled_sheet_is_not_typed_in(sheet, rosa):
    with pytest.raises(NotAllowed, match="Say why"):
        answer_sheets.void(sheet=sheet, reason=" ", by=rosa, at=LATER)
    answer_sheets.void(sheet=sheet, reason="Spoilt", by=rosa, at=LATER)

    with pytest.raises(NotAllowed, match="cancelled"):
        key_in(sheet, rosa)


@pytest.mark.parametrize(("days", "why"), [(1, "future"), (-800, "two years")])
def test_it_was_written_on_a_day_that_can_be(sheet, rosa, days, why):
    with pytest.raises(NotAllowed, match=why):
        key_in(sheet, rosa, on=TODAY + timedelta(days=days))

    assert AnswerSheet.objects.get().status == "printed"


def test_nobody_is_moved_to_a_newer_version_while_paper_is_out(sheet, asking, begun, rosa):
    asking.title = "Asking well"
    asking.save_revision().publish()

    with pytest.raises(NotAllowed, match="printed on paper"):
        progress.carry_over(progress=begun, version=asking.versions.last(), by=rosa, at=LATER)


def test_the_trail_says_who_printed_and_who_typed(sheet, rosa):
    key_in(sheet, rosa)

    verbs = Entry.objects.filter(subject_ref=sheet.ref).values_list("verb", "actor_ref")
    assert set(verbs) == {
        ("training.answer_sheet.printed", rosa.ref),
        ("training.answer_sheet.keyed", rosa.ref),
    }
    details = str(list(Entry.objects.values_list("detail", flat=True)))
    assert not any(name in details for name in sheet.adjustments)  # which help it is is theirs


def test_how_sure_they_are_and_what_they_thought_come_from_paper_too(learner, rosa):
    """What whoever leads the course reads is done when it is written, and not before."""
    ask = {"ask": "Where do you ask?", "read_by": "assessor", "may_skip": False}
    page = module(course(), body=[*whole_body(), block("read", "reflection", ask)])
    on_it = enrolments.enrol(learner=learner, course=page.get_parent().specific, source="staff", by=rosa, at=NOW)
    begun = progress.begin(enrolment=on_it, version=ModuleVersion.objects.get(page=page), by=rosa, at=NOW)
    first = answer_sheets.print_(progress=begun, key="k3y000000001", by=rosa, at=NOW)
    sure = {block("sure-before", "x", 0)["id"]: 2, block("sure-after", "x", 0)["id"]: 4}
    key_in(first, rosa, sure=sure)
    begun.refresh_from_db()
    assert begun.finished_at is None
    assert sorted(begun.confidences.values_list("moment", "sure")) == [("after", 4), ("before", 2)]


def test_a_reflection_that_somebody_reads_finishes_the_module(learner, rosa):
    ask = {"ask": "Where do you ask?", "read_by": "assessor", "may_skip": False}
    page = module(course(), body=[*whole_body(), block("read", "reflection", ask)])
    version = ModuleVersion.objects.get(page=page)
    sheet = answer_sheets.give(whose=Whose(learner=learner), version=version, key="k3y000000001", by=rosa, at=NOW)

    key_in(sheet, rosa, words={block("read", "x", 0)["id"]: "In the quiet room."})
    assert sheet.progress.reflections.get().words == "In the quiet room."
    assert Certificate.objects.get().learner == learner


def test_what_may_mean_danger_on_paper_reaches_our_safeguarding_lead(learner, rosa):
    """In a reflection, and in a question that is answered in one's own words."""
    asks = {"kind": "short_text", "when": "test", "ask": "In your words?", "options": [], "right": "", "wrong": "",
            "points": 1, "fixed": False}  # fmt: skip
    page = module(course(), body=[*whole_body(), block("words", "question", asks)])
    version = ModuleVersion.objects.get(page=page)
    sheet = answer_sheets.give(whose=Whose(learner=learner), version=version, key="k3y000000001", by=rosa, at=NOW)
    words, think = block("words", "x", 0)["id"], block("think", "x", 0)["id"]

    written = Written(
        given={words: "I do not feel safe on this wing."}, words={think: "Some nights I want to die."}, has_read=True,
        on=TODAY,
    )  # fmt: skip
    answer_sheets.key_in(sheet=sheet, written=written, by=rosa, at=LATER)

    said = sorted(concern.worry for concern in Concern.objects.all())
    assert len(said) == 2
    assert "want to die" in " ".join(said)
    assert "not feel safe" in " ".join(said)


def test_somebody_new_is_added_with_their_sheet(version, rosa):
    said = {"whose": Whose(name="Bo", place="HMP Leeds"), "version": version, "key": "k3y000000002"}
    sheet = answer_sheets.give(**said, by=rosa, at=NOW)

    assert answer_sheets.give(**said, by=rosa, at=NOW) == sheet
    assert sheet.progress.enrolment.learner == Learner.objects.get(name="Bo", login=None)


def test_whoever_began_an_older_version_gets_its_questions(sheet, asking, begun, learner, rosa):
    asking.title = "Asking well"
    asking.save_revision().publish()
    again = answer_sheets.give(
        whose=Whose(learner=learner), version=asking.versions.last(), key="k3y000000003", by=rosa, at=LATER
    )

    assert (again.progress, again.version) == (begun, sheet.version)
