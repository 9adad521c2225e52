"""What somebody should begin, finish or learn again: counted for their desk, named on their page."""

from datetime import timedelta

import pytest

from tests.conftest import NOW
from tests.training.finishing import LATER, read_all, take_test
from training.actions import enrolments, progress
from training.models import Certificate, Completion, ModuleVersion, Progress
from training.reports import ahead

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()


def counted(user, at=NOW):
    return {name: rows.count() for name, rows in ahead.of_user(user, at=at).items() if rows.count()}


@pytest.fixture
def put_on(asking, learner, hana):
    """put_on(due_on): Hana puts Dee on the course."""

    def enrol(due_on=None):
        said = {"learner": learner, "course": asking.get_parent().specific, "source": "staff", "due_on": due_on}
        return enrolments.enrol(**said, by=hana, at=NOW)

    return enrol


@pytest.fixture
def finished(begun, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    return Progress.objects.get()


def complete(learner, module, **changes):
    said = {"completed_on": TODAY - 200 * DAY, "expires_on": None, "keyed_at": NOW}
    return Completion.objects.create(learner=learner, module=module, **(said | changes))


def test_a_course_that_somebody_else_put_them_on_waits_to_be_begun(put_on, dee, version):
    enrolment = put_on()
    assert counted(dee) == {"begin": 1}

    progress.begin(enrolment=enrolment, version=version, by=dee, at=NOW)
    assert counted(dee) == {}


def test_what_they_began_by_themselves_presses_only_with_its_day(begun, enrolment, dee):
    assert counted(dee) == {}

    type(enrolment).objects.update(due_on=TODAY + 14 * DAY)
    assert counted(dee) == {"soon": 1}
    assert counted(dee, NOW - DAY) == {}
    assert counted(dee, NOW + 15 * DAY) == {"late": 1}


def test_a_course_is_told_of_once(put_on, dee):
    put_on(TODAY + 3 * DAY)

    assert counted(dee) == {"begin": 1}
    assert counted(dee, NOW + 4 * DAY) == {"late": 1}


@pytest.mark.parametrize("by_key", [True, False])
def test_what_was_learned_face_to_face_is_not_asked_again(put_on, dee, learner, version, by_key):
    put_on(TODAY)
    complete(learner, str(version.module_key) if by_key else "listening")

    assert counted(dee) == {}


def test_what_is_finished_is_told_of_when_it_runs_out_and_not_for_ever(finished, dee):
    until = Certificate.objects.get().expires_on
    days = [(until - TODAY - ahead) for ahead in (61 * DAY, 60 * DAY, -DAY, -365 * DAY, -366 * DAY)]

    assert [counted(dee, NOW + day).get("again") for day in days] == [None, 1, 1, 1, None]


def test_what_has_changed_is_told_of_until_they_learn_it_again(asking, finished, dee):
    asking.summary, asking.is_material, asking.change_note = "Another way to ask.", True, "A new way to ask."
    asking.save_revision().publish()
    assert counted(dee) == {"again": 1}

    newest = ModuleVersion.objects.get(number=2)
    progress.refresh(progress=finished, version=newest, by=dee, at=LATER)
    assert counted(dee) == {}


def test_what_was_learned_with_others_runs_out_too(learner, dee):
    soon = complete(learner, "listening", expires_on=TODAY + 60 * DAY)
    assert counted(dee) == {"together": 1}
    assert counted(dee, NOW - DAY) == {}

    complete(learner, "listening", completed_on=TODAY, expires_on=soon.expires_on + DAY)
    assert counted(dee) == {}


def test_a_course_that_somebody_left_asks_for_nothing(put_on, dee, hana):
    enrolments.withdraw(enrolment=put_on(TODAY - DAY), by=hana, at=NOW)

    assert counted(dee) == {}


def test_nobody_is_told_of_what_others_should_learn(put_on, max_, hana):
    put_on(TODAY - DAY)

    assert [counted(one) for one in (max_, hana)] == [{}, {}]


def test_their_page_says_why_in_words(client, sign_in, put_on, dee):
    put_on()

    page = sign_in(client, dee).get("/training/").text

    assert "You were put on this course, and have not begun it yet." in page


def test_their_desk_counts_it_and_leads_there(client, sign_in, put_on, dee):
    put_on()

    page = sign_in(client, dee).get("/desk/").text

    assert '<a href="/training/"><strong>1</strong> course that you have not begun</a>' in page
    assert "Nothing is waiting for you" not in page


def test_a_mentor_finds_it_on_their_desk_too(client, sign_in, sam, match):
    Completion.objects.filter(learner=match.mentor.learner).delete()
    learner = match.mentor.learner
    type(learner).objects.filter(pk=learner.pk).update(login=sam)
    complete(learner, "listening", expires_on=TODAY + 10 * DAY)

    page = sign_in(client, sam).get("/desk/").text

    assert "thing that you learned with others and that runs out" in page
