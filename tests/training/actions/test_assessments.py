"""Words are read and deeds are watched by somebody else; nobody fails, and a unit is finished when both were good."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from audit.models import Event
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training.courses import block, course, module, whole_body
from tests.training.finishing import read_all, take_test
from training.actions import assessments, enrolments, learners, progress, reflections
from training.models import Assessment, Certificate, Completion, ModuleVersion, QualityCheck, Reflection
from training.models.assessments import waits_for_somebody

pytestmark = pytest.mark.django_db

THINK = block("asked", "reflection", {"ask": "Who listened to you?", "read_by": "assessor", "may_skip": False})
CRITERIA = [{"type": "item", "id": name, "value": says} for name, says in (("c1", "Waits"), ("c2", "Says it back"))]
DO = block("show", "practical", {"task": "Listen for ten minutes.", "criteria": CRITERIA})


@pytest.fixture
def unit(db):
    return module(course(audience="mentors", slug="mentors"), body=[*whole_body(), THINK, DO], opens="listening")


@pytest.fixture
def walk(unit, sam):
    learner = learners.add(name="Sam", place="", login=sam, by=None, at=NOW)
    enrolment = enrolments.enrol(learner=learner, course=unit.get_parent().specific, source="self", by=sam, at=NOW)
    return progress.begin(enrolment=enrolment, version=ModuleVersion.objects.get(), by=sam, at=NOW)


@pytest.fixture
def passed(walk, sam):
    """All read, something written, the test passed."""
    reflections.write(progress=walk, block_id=THINK["id"], words="My nan did, every night.", by=sam, at=NOW)
    walk.refresh_from_db()
    read_all(walk, by=sam)
    walk.refresh_from_db()
    take_test(walk, right=5, by=sam)
    walk.refresh_from_db()
    return walk


def mark(by, outcome="met", key="k1", **changes):
    held = Reflection.objects.get()
    said = {"words": "Thank you for this.", "written_at": held.written_at, "at": NOW}
    return assessments.mark(reflection=held, outcome=outcome, key=key, by=by, **said | changes)


def sign_off(walk, by, outcome="met", key="k2", **changes):
    said = {"criteria": ["c1", "c2"], "words": "Waited, and said it back.", "on": NOW.date(), "at": NOW}
    return assessments.sign_off(progress=walk, block_id=DO["id"], outcome=outcome, key=key, by=by, **said | changes)


def test_a_unit_is_finished_when_its_words_were_read_and_its_deeds_seen(passed, sam, rosa, marion):
    assert passed.finished_at is None
    assert len(waits_for_somebody(passed)) == 2

    mark(rosa)
    assert not Certificate.objects.exists()
    sign_off(passed, marion)

    passed.refresh_from_db()
    assert passed.finished_at is not None
    assert Certificate.objects.get().learner.name == "Sam"
    assert Completion.objects.filter(module="listening", version="version 1", learner__login=sam).exists()
    assert Event.objects.filter(verb="training.assessment.made").count() == 2


def test_what_is_not_enough_is_sent_back_and_tried_again(passed, rosa, sam):
    mark(rosa, outcome="more", words="Tell me more about why.")
    sign_off(passed, rosa, outcome="more", criteria=["c1"])
    assert passed.finished_at is None

    reflections.write(
        progress=passed, block_id=THINK["id"], words="She never rushed.", by=sam, at=NOW + timedelta(days=1)
    )
    mark(rosa, key="k3", at=NOW + timedelta(days=2))
    sign_off(passed, rosa, key="k4")

    passed.refresh_from_db()
    assert passed.finished_at is not None


@pytest.mark.parametrize("act", [mark, lambda by: sign_off(Reflection.objects.get().progress, by)])
def test_nobody_looks_at_their_own_work(passed, sam, act):
    with pytest.raises(NotAllowed, match="your own work"):
        act(sam)


def test_what_was_written_for_oneself_is_nobodys_to_mark(passed, rosa, sam):
    Reflection.objects.update(read_by="nobody")

    with pytest.raises(NotAllowed, match="nobody but its writer"):
        mark(rosa)


def test_what_was_written_again_meanwhile_is_read_first(passed, rosa, sam):
    read_at = Reflection.objects.get().written_at
    reflections.write(progress=passed, block_id=THINK["id"], words="My aunt.", by=sam, at=NOW + timedelta(hours=1))

    with pytest.raises(NotAllowed, match="wrote it again"):
        mark(rosa, written_at=read_at)


def test_a_task_that_the_unit_does_not_have_is_not_signed_off(passed, rosa):
    with pytest.raises(NotAllowed, match="does not ask"):
        assessments.sign_off(progress=passed, block_id=THINK["id"], outcome="met", criteria=[], words="Well done.",
                             on=NOW.date(), key="k9", by=rosa, at=NOW)  # fmt: skip


def test_sent_twice_it_is_said_once(passed, rosa):
    assert mark(rosa) == mark(rosa)
    assert sign_off(passed, rosa) == sign_off(passed, rosa)
    assert Assessment.objects.count() == 2


def test_a_second_person_looks_at_the_first_of_each(passed, rosa, marion):
    first = mark(rosa)
    assert first.is_sampled
    with pytest.raises(NotAllowed, match="yourself"):
        assessments.check(assessment=first, agrees=True, action="", by=rosa, at=NOW)

    made = assessments.check(assessment=first, agrees=False, action="We read the next two together.", by=marion, at=NOW)

    assert assessments.check(assessment=first, agrees=True, action="", by=marion, at=NOW) == made
    assert QualityCheck.objects.get().action == "We read the next two together."
    assert Assessment.objects.get().outcome == "met"


def test_a_course_for_staff_waits_for_nobody(db, dee):
    page = module(course(), body=[*whole_body(), THINK, DO])
    learner = learners.add(name="Dee", place="", login=dee, by=None, at=NOW)
    enrolment = enrolments.enrol(learner=learner, course=page.get_parent().specific, source="self", by=dee, at=NOW)
    walk = progress.begin(enrolment=enrolment, version=ModuleVersion.objects.get(), by=dee, at=NOW)

    assert waits_for_somebody(walk) == []


def test_what_was_said_is_never_changed(passed, rosa):
    mark(rosa)

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Assessment.objects.update(outcome="more")
