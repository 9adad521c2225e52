"""Modules that Dee, who works in a prison, is in or finished some weeks ago; and one that is new to her."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.conftest import NOW
from tests.training.courses import block, module
from tests.training.finishing import read_all, take_test
from training.actions import attempts, progress
from training.models import Completion, Enrolment, LessonPage, ModuleVersion, Progress, Reflection
from training.rules.versions import canonical, sha256

SEVEN_WEEKS_AGO = timedelta(weeks=7)


def one_more(a_module, slug):
    return module(a_module.page.get_parent().specific, slug=slug, title=slug.capitalize())


def begun_by(dee, some_progress, page, at):
    version = ModuleVersion.objects.filter(page=page).get()
    return progress.begin(enrolment=some_progress.enrolment, version=version, by=dee, at=at)


@pytest.fixture
def another_module(a_module):
    """Nobody has begun it."""
    return ModuleVersion.objects.get(page=one_more(a_module, "another"))


@pytest.fixture
def overtaken(some_progress, a_module, dee):
    """She began it, and there is a newer version since."""
    page = one_more(a_module, "overtaken")
    held = begun_by(dee, some_progress, page, NOW)
    lesson = LessonPage.objects.child_of(page).get()
    lesson.body = json.dumps([*lesson.body.get_prep_value(), block("more", "paragraph", "<p>Ask again.</p>")])
    lesson.save_revision().publish()
    page.save_revision().publish()
    return held


@pytest.fixture
def finished_long_ago(some_progress, a_module, dee, now):
    held = begun_by(dee, some_progress, one_more(a_module, "finished"), now - SEVEN_WEEKS_AGO)
    read_all(held, by=dee, at=now - SEVEN_WEEKS_AGO)
    take_test(held, right=5, by=dee, at=now - SEVEN_WEEKS_AGO)
    held.refresh_from_db()
    return held


@pytest.fixture
def a_try(finished_long_ago):
    return finished_long_ago.attempts.get()


@pytest.fixture
def an_open_try(some_progress, a_module, dee):
    return attempts.begin(progress=begun_by(dee, some_progress, one_more(a_module, "trying"), NOW), by=dee, at=NOW)


def crowd_of_learning(dees_learner, a_module, n, now):
    """Of each one more: a module that was finished, something that was written, something that staff wrote down."""
    content = a_module.plain | {"title": f"Module {n}"}
    version = ModuleVersion.objects.create(
        module_key=uuid4(), course_key=a_module.course_key, language="en-gb", number=1, title=f"Module {n}",
        content=canonical(content), sha256=sha256(content), published_at=NOW,
    )  # fmt: skip
    on_it = Enrolment.objects.create(
        learner=dees_learner, course_key=uuid4(), course_title=f"Course {n}", source="staff", enrolled_at=NOW
    )
    long_ago = now - SEVEN_WEEKS_AGO
    held = Progress.objects.create(
        enrolment=on_it, module_key=version.module_key, version=version, begun_at=long_ago, passed_at=long_ago,
        finished_at=long_ago,
    )  # fmt: skip
    Reflection.objects.create(progress=held, version=version, block_id=str(uuid4()), words="Thought", written_at=NOW)
    Completion.objects.create(
        learner=dees_learner, module="listening", completed_on=NOW.date() - timedelta(days=n), keyed_at=NOW
    )
