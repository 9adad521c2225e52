"""A published version is what it was; what learners see comes from it and never from the page."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from wagtail.models import Page

from audit.models import Event
from tests.conftest import NOW
from tests.training.courses import block, course, lesson, module, question, whole_body
from training.actions import shelves
from training.models import LessonPage, ModuleVersion, ShelfPage
from training.rules.versions import difference, sha256

pytestmark = pytest.mark.django_db


@pytest.fixture
def asking():
    return module(course())


def publish(page):
    page.save_revision().publish()
    return ModuleVersion.objects.of(page).last()


def test_publishing_a_module_cuts_its_version(asking):
    version = ModuleVersion.objects.get()

    assert (version.number, version.title, version.language) == (1, "Asking the question well", "en-gb")
    assert version.sha256 == sha256(version.plain)
    assert [one["type"] for one in version.plain["lessons"][0]["blocks"]][:2] == ["paragraph", "scenario"]
    assert Event.objects.filter(verb="training.version.cut").count() == 1


def test_published_again_without_a_change_it_is_the_same_version(asking):
    publish(asking)

    assert ModuleVersion.objects.count() == 1


def test_what_it_counts_as_reaches_learners_though_its_words_are_the_same(asking):
    asking.opens = "listening"
    version = publish(asking)

    assert (version.number, version.opens) == (2, "listening")
    assert version.content == ModuleVersion.objects.first().content


def test_a_lesson_reaches_learners_when_its_module_is_published(asking):
    page = LessonPage.objects.get()
    page.body = json.dumps([*whole_body(), block("more", "paragraph", "<p>Ask again later.</p>")])
    page.save_revision().publish()
    assert ModuleVersion.objects.count() == 1

    version = publish(asking)

    first, second = ModuleVersion.objects.of(asking)
    assert second == version
    assert version.number == 2
    assert len(difference(first.plain, second.plain).added) == 1


@pytest.mark.parametrize(
    "edit",
    [
        lambda body: body.append(block("new", "paragraph", "<p>New</p>")),
        lambda body: body.pop(0),
        lambda body: body.reverse(),
        lambda body: body[4]["value"].update(ask="In other words?"),
        lambda body: body[4]["value"]["options"].reverse(),
        lambda body: body.__setitem__(4, question("q1", right="b")),
    ],
)
def test_an_edit_leaves_the_version_before_it_as_it_was(asking, edit):
    before = ModuleVersion.objects.get()
    page, body = LessonPage.objects.get(), whole_body()
    edit(body)
    page.body = json.dumps(body)
    page.save_revision().publish()
    publish(asking)

    after = ModuleVersion.objects.get(pk=before.pk)
    assert (after.content, after.sha256, after.number) == (before.content, before.sha256, 1)
    assert ModuleVersion.objects.count() == 2


def test_a_deleted_page_leaves_its_versions(asking):
    asking.get_parent().delete()

    version = ModuleVersion.objects.get()
    assert version.page is None
    assert version.plain["lessons"]


def test_the_database_refuses_to_change_a_version(asking):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        ModuleVersion.objects.update(content="{}")


def test_a_first_version_is_news_to_nobody(asking):
    assert not ModuleVersion.objects.get().is_material

    asking.is_material, asking.change_note, asking.minutes = True, "How to ask online", 25
    assert publish(asking).is_material


def test_a_module_that_lacks_something_is_not_published():
    page = module(course(), body=[block("only", "paragraph", "<p>Read this.</p>")], live=False)

    with pytest.raises(ValidationError) as refused:
        page.is_draft_being_checked = False
        page.full_clean()

    assert "The test needs 5 questions" in str(refused.value)


def test_no_address_leads_to_a_course(client, asking):
    assert asking.url is None
    assert asking.get_sitemap_urls() == []
    for address in ("/courses-shelf/", "/care-experience/", "/care-experience/asking/"):
        assert client.get(address).status_code == 404


def test_the_shelf_is_put_up_once(db):
    first = shelves.put_up(by=None, at=NOW)

    assert shelves.put_up(by=None, at=NOW) == first
    assert ShelfPage.objects.count() == 1
    assert Page.objects.get(depth=1).get_children().filter(pk=first.pk).exists()


def test_a_second_language_has_versions_of_its_own(asking):
    other = asking.content()
    lesson(asking, body=[block("extra", "paragraph", "<p>More</p>")], title="More", slug="more")

    assert sha256(other) == ModuleVersion.objects.get().sha256
    assert publish(asking).number == 2
