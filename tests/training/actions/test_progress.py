import json

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training.courses import block, whole_body
from tests.training.finishing import LATER, read_all, take_test
from training.actions import attempts, enrolments, progress
from training.models import LessonPage, ModuleVersion, Progress
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db


@pytest.fixture
def newer(asking):
    """One paragraph says something else, one is new."""
    page, body = LessonPage.objects.get(), whole_body()
    body[0] = block("intro", "paragraph", "<p>In private, always.</p>")
    page.body = json.dumps([*body, block("more", "paragraph", "<p>Ask again.</p>")])
    page.save_revision().publish()
    asking.save_revision().publish()
    return ModuleVersion.objects.of(asking).last()


def test_what_was_read_is_kept_once(begun, dee):
    first = next(iter(blocks(begun.version.plain)))

    progress.see(progress=begun, block_ids=[first, first, "not-of-this-version"], by=dee, at=LATER)
    progress.see(progress=begun, block_ids=[first], by=dee, at=LATER)

    begun.refresh_from_db()
    assert begun.seen == [first]
    assert begun.left == 8  # the reflection may be left out


def test_beginning_twice_is_beginning_once(begun, enrolment, version, dee):
    assert progress.begin(enrolment=enrolment, version=version, by=dee, at=LATER) == begun
    assert Progress.objects.count() == 1
    assert Event.objects.filter(verb="training.module.begun").count() == 1


def test_an_edit_to_a_live_module_leaves_the_learner_where_they_are(begun, newer, dee):
    read_all(begun, by=dee)

    begun.refresh_from_db()
    assert begun.version.number == 1
    assert begun.has_read_all


def test_going_on_with_a_newer_version_keeps_what_still_says_the_same(begun, newer, dee):
    read_all(begun, by=dee)

    moved = progress.carry_over(progress=begun, version=newer, by=dee, at=LATER)

    assert moved.version == newer
    assert moved.left == 2  # what says something else, and what is new
    assert not moved.has_read_all


def test_a_finished_module_stays_finished_as_it_was(begun, newer, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)

    with pytest.raises(NotAllowed, match="as a refresher"):
        progress.carry_over(progress=begun, version=newer, by=dee, at=LATER)


def test_it_refuses_to_go_back_and_to_leave_an_open_test(begun, newer, version, dee):
    with pytest.raises(NotAllowed, match="newer version"):
        progress.carry_over(progress=begun, version=version, by=dee, at=LATER)
    attempts.begin(progress=begun, by=dee, at=LATER)
    with pytest.raises(NotAllowed, match="Hand it in first"):
        progress.carry_over(progress=begun, version=newer, by=dee, at=LATER)


def test_it_refuses_a_module_of_another_course(enrolment, version, dee):
    enrolment.course_key = version.module_key

    with pytest.raises(NotAllowed, match="not part of the course"):
        progress.begin(enrolment=enrolment, version=version, by=dee, at=LATER)


def test_on_a_course_once_and_again_after_leaving(enrolment, asking, learner, dee):
    said = {"learner": learner, "course": asking.get_parent().specific, "source": "staff", "by": dee, "at": NOW}
    assert enrolments.enrol(**said) == enrolment

    enrolments.withdraw(enrolment=enrolment, by=dee, at=LATER)
    enrolments.withdraw(enrolment=enrolment, by=dee, at=LATER)

    assert enrolments.enrol(**said) != enrolment
    assert Event.objects.filter(verb="training.enrolment.withdrawn").count() == 1


def test_nobody_is_put_on_a_course_that_is_not_published(asking, learner, dee):
    page = asking.get_parent().specific
    page.unpublish()

    with pytest.raises(NotAllowed, match="not published"):
        enrolments.enrol(learner=learner, course=page, source="staff", by=dee, at=NOW)
