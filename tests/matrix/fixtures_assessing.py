"""A mentor on their path: words to read, a task to watch, and what somebody said of them."""

import pytest

from mentoring.models import Mentor
from tests.conftest import NOW
from tests.training.courses import block, course, module, whole_body
from training.actions import assessments, enrolments, learners, progress, reflections
from training.models import ModuleVersion, Progress

THINK = block("asked", "reflection", {"ask": "Who listened to you?", "read_by": "assessor", "may_skip": False})
DO = block(
    "show",
    "practical",
    {"task": "Listen for ten minutes.", "criteria": [{"type": "item", "id": "c1", "value": "Waits"}]},
)


@pytest.fixture
def a_unit(db):
    """Of the mentors' course, published."""
    page = module(
        course(audience="mentors", slug="mentors", title="Mentors"), body=[*whole_body(), THINK, DO], slug="listening"
    )
    return ModuleVersion.objects.of(page).get()


def walk_of(learner, unit):
    page = unit.page.get_parent().specific
    enrolment = enrolments.enrol(learner=learner, course=page, source="staff", by=None, at=NOW)
    walk = progress.begin(enrolment=enrolment, version=unit, by=None, at=NOW)
    reflections.write(progress=walk, block_id=THINK["id"], words="My nan did.", by=None, at=NOW)
    Progress.objects.filter(pk=walk.pk).update(passed_at=NOW)
    return walk


@pytest.fixture
def a_walk(a_unit, sam):
    """Sam's, passed, with a task still to show."""
    return walk_of(Mentor.objects.get(person__login=sam).learner, a_unit)


@pytest.fixture
def a_reflection(a_walk):
    return a_walk.reflections.get()


@pytest.fixture
def an_assessment(a_walk, marion):
    """Marion's word on it, which a second person looks at."""
    return said_of(a_walk, marion, "ka")


def said_of(walk, by, key):
    return assessments.sign_off(
        progress=walk, block_id=DO["id"], outcome="more", criteria=[], words="Nearly.", on=NOW.date(), key=key, by=by,
        at=NOW,
    )  # fmt: skip


def crowd_of_assessments(unit, by, n):
    learner = learners.add(name=f"Learner {n}", place="", login=None, by=None, at=NOW)
    said_of(walk_of(learner, unit), by, f"crowd{n}")
