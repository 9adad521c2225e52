"""Beginning by oneself, and reading what is new."""

from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training.actions.test_progress import newer  # noqa: F401  # a fixture
from tests.training.finishing import LATER, read_all, take_test
from training.actions import attempts, enrolments, progress
from training.models import Certificate, Enrolment, Learner, Progress
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db
STAFF = {"prison_staff"}


def take_up(version, by, roles=STAFF, place=None):
    return progress.take_up(version=version, name="Dee Marsh", establishment=place, roles=roles, by=by, at=NOW)


def test_one_press_makes_a_learner_on_a_course_in_a_module(version, dee, leeds):
    begun = take_up(version, dee, place=leeds)

    assert (begun.version, begun.enrolment.source, begun.enrolment.establishment) == (version, "self", leeds)
    assert Learner.objects.get().place == leeds.name


def test_pressed_twice_it_is_once(version, dee):
    assert take_up(version, dee) == take_up(version, dee)
    assert (Learner.objects.count(), Enrolment.objects.count(), Progress.objects.count()) == (1, 1, 1)


def test_it_refuses_whom_the_course_is_not_for(version, dee):
    with pytest.raises(NotAllowed, match="people who work in prisons"):
        take_up(version, dee, roles={"peer_mentor"})
    assert not Learner.objects.exists()


def test_whoever_was_put_on_it_by_somebody_may_begin(version, asking, learner, dee):
    course = asking.get_parent().specific
    enrolments.enrol(learner=learner, course=course, source="staff", by=None, at=NOW)

    assert take_up(version, dee, roles={"peer_mentor"}).enrolment.source == "staff"


def test_it_refuses_a_module_that_was_taken_back(version, asking, dee):
    asking.unpublish()
    version.refresh_from_db()

    with pytest.raises(NotAllowed, match="not open any more"):
        take_up(version, dee)


@pytest.fixture
def finished(begun, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    begun.refresh_from_db()
    return begun


def test_a_refresher_shows_only_what_is_new(finished, newer, dee):  # noqa: F811
    again = progress.refresh(progress=finished, version=newer, by=dee, at=LATER)

    assert again.left == 2  # what says something else, and what is new
    assert Event.objects.filter(verb="training.module.refreshed").count() == 1


def test_a_refresher_ends_with_a_certificate_that_takes_the_place_of_the_first(finished, newer, dee):  # noqa: F811
    on = LATER + timedelta(days=300)
    again = progress.refresh(progress=finished, version=newer, by=dee, at=on)
    progress.see(progress=again, block_ids=list(blocks(newer.plain)), by=dee, at=on)
    take_test(again, right=5, by=dee, at=on)

    first, second = Certificate.objects.order_by("pk")
    assert (first.superseded_by, second.progress) == (second, again)
    finished.refresh_from_db()
    assert finished.version.number == 1


def test_a_refresher_is_begun_once(finished, newer, dee):  # noqa: F811
    both = [progress.refresh(progress=finished, version=newer, by=dee, at=LATER) for _ in range(2)]

    assert both[0] == both[1]


def test_it_refuses_to_refresh_what_is_not_finished(begun, version, dee):
    with pytest.raises(NotAllowed, match="Finish this module first"):
        progress.refresh(progress=begun, version=version, by=dee, at=LATER)


def test_what_was_answered_is_kept_until_it_is_handed_in(begun, dee):
    attempt = attempts.begin(progress=begun, by=dee, at=NOW)
    one, two = list(attempt.test)[:2]
    attempts.keep(attempt=attempt, given={one: "a"}, by=dee, at=NOW)
    assert attempts.keep(attempt=attempt, given={two: "b"}, by=dee, at=NOW).kept == {one: "a", two: "b"}

    attempts.hand_in(attempt=attempt, given={}, by=dee, at=NOW)

    assert attempts.keep(attempt=attempt, given={two: "c"}, by=dee, at=NOW).kept == {one: "a", two: "b"}
    with pytest.raises(NotAllowed, match="does not ask that"):
        attempts.keep(attempt=attempt, given={"strange": "c"}, by=dee, at=NOW)


def test_whoever_begins_by_themselves_is_seen_by_whoever_leads_there(version, leeds, dee, hana):
    for _ in range(2):
        progress.take_up(version=version, name="Dee", establishment=leeds, roles=dee.roles, by=dee, at=NOW)

    assert Learner.objects.visible_to(hana).get().stations.get().establishment == leeds


def test_whoever_works_in_no_prison_is_seen_by_none(version, leeds, priya, hana):
    progress.take_up(version=version, name="Priya", establishment=None, roles=priya.roles, by=priya, at=NOW)

    assert not Learner.objects.visible_to(hana).exists()
