"""Before a module is published, the page about its draft says whom it touches; and publishing moves nobody."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from pages import before
from pages.actions import editors
from tests.conftest import NOW
from tests.training.courses import question, whole_body
from tests.training.finishing import take_test
from training.models import LessonPage, ModuleVersion, Progress

pytestmark = pytest.mark.django_db


@pytest.fixture
def edited(begun, dee):
    """Dee is mid-way, with a test handed in; then the right answer of its first question becomes another."""
    take_test(begun, right=0, by=dee)
    page, body = LessonPage.objects.get(), whole_body()
    body[4] = question("q1", right="b")
    page.body = json.dumps(body)
    page.save_revision()
    page.refresh_from_db()
    return page


def lines(page):
    return [line for one in before.sections(page, page.get_latest_revision()) for line in one.lines]


def test_the_draft_of_a_lesson_says_whom_it_touches(edited):
    said = " ".join(lines(edited))

    assert "1 person is mid-way." in said
    assert "Question 2, “Which is q1?”: 1 person answered it." in said
    assert "and nobody’s mark falls" in said


def test_the_draft_of_a_module_names_lessons_that_are_not_published(edited, asking):
    asking.save_revision()
    asking.refresh_from_db()

    assert any("“Asking” has a draft that is not published." in line for line in lines(asking))


def test_publishing_moves_nobody_and_changes_no_mark(edited, asking, begun):
    before_it = list(begun.attempts.values_list("score", "passed"))
    edited.get_latest_revision().publish()
    asking.save_revision().publish()

    assert ModuleVersion.objects.count() == 2
    assert Progress.objects.get().version == begun.version
    assert list(begun.attempts.values_list("score", "passed")) == before_it


def test_an_editor_reads_it_on_the_page_about_the_draft(edited, make_user):
    evie = make_user("evie", Role.EDITOR)
    editors.regroup(user=evie, by=None, at=NOW)
    client = Client()
    client.force_login(evie)

    page = client.get(reverse("pages:reviews-show", args=[edited.translation_key, "en-gb"])).content.decode()

    assert "Whom it touches" in page
    assert "1 person is mid-way." in page
    assert "Dee" not in page
