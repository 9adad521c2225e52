import json

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from audit.models import Event
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training.courses import block, whole_body
from training.actions import attempts, languages, progress
from training.languages import choices
from training.models import LessonPage, ModuleVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def welsh(asking):
    """The module in Welsh, as the editor's “Translate” makes it."""
    locale, _ = Locale.objects.get_or_create(language_code="cy")
    page = asking.copy_for_translation(locale, copy_parents=True)
    for lesson in LessonPage.objects.child_of(asking):
        made = lesson.copy_for_translation(locale)
        made.title = "Gofyn"
        made.save_revision().publish()
    page.title, page.follows = "Gofyn y cwestiwn yn dda", 1
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def in_welsh():
    return ModuleVersion.objects.get(language="cy")


def test_the_welsh_keeps_the_blocks_of_the_english(version, welsh):
    assert in_welsh().module_key == version.module_key
    assert [b["id"] for b in in_welsh().plain["lessons"][0]["blocks"]] == [
        b["id"] for b in version.plain["lessons"][0]["blocks"]
    ]


def test_a_learner_is_told_what_to_know_of_each_language(welsh, asking):
    english, other = choices(asking.translation_key)

    assert (english.language, english.notes) == ("English", [])
    assert other.language == "Welsh"
    assert [one[:32] for one in other.notes] == ["Nobody fluent in Welsh has check"]


def test_it_is_behind_when_the_english_goes_on(welsh, asking):
    asking.summary = "How to ask again."
    asking.save_revision().publish()

    assert choices(asking.translation_key)[1].notes[0].startswith("The Welsh is behind version 2 of the English.")


def test_a_translation_says_which_version_it_follows(welsh):
    welsh.follows = 7

    with pytest.raises(ValidationError, match="versions 1 to 1"):
        welsh.save_revision().publish()


def test_what_was_read_in_one_language_is_read_in_the_other(begun, welsh, dee):
    first = begun.version.plain["lessons"][0]["blocks"][0]["id"]
    progress.see(progress=begun, block_ids=[first], by=dee, at=NOW)

    held = languages.choose(progress=begun, version=in_welsh(), by=dee, at=NOW)

    assert (held.version, held.seen) == (in_welsh(), [first])
    assert languages.choose(progress=begun, version=in_welsh(), by=dee, at=NOW) == held
    assert Event.objects.filter(verb="training.module.language_chosen").count() == 1


def test_not_while_a_test_is_open(begun, welsh, dee):
    attempts.begin(progress=begun, by=dee, at=NOW)

    with pytest.raises(NotAllowed, match="A test is open"):
        languages.choose(progress=begun, version=in_welsh(), by=dee, at=NOW)


def test_the_english_keeps_its_fingerprint(asking, version):
    assert "translation" not in version.plain
    page = LessonPage.objects.first()
    page.body = json.dumps([*whole_body(), block("more", "paragraph", "<p>More</p>")])
    page.save_revision().publish()
    asking.save_revision().publish()

    assert "translation" not in ModuleVersion.objects.of(asking).last().plain
