"""Counting whom a draft would touch, for the page about a draft (pages/before.py). It changes nothing."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import Revision

from pages.before import Section
from training.languages import choices, newest_english
from training.models import Answer, LessonPage, ModulePage, ModuleVersion, Progress
from training.rules import impacts, languages
from training.rules.questions import Mark


def of_draft(page: Any, draft: Revision) -> Sequence[Section]:
    """What publishing this draft of a module, or of a lesson with its module, would do to those who learn."""
    if isinstance(page, ModulePage):
        return [*_impact(page, draft.as_object(), {}), *_languages(page, draft.as_object())]
    if isinstance(page, LessonPage):
        module = page.get_parent().specific
        first = Section("When it reaches learners", ["When its module is published again, and not before."])
        return [first, *_impact(module, module, {page.pk: draft.as_object()})]
    return []


def _impact(page: ModulePage, draft: ModulePage, lessons: dict[int, LessonPage]) -> list[Section]:
    last = ModuleVersion.objects.of(page).last()
    if last is None:
        return [Section("Whom it touches", ["Nobody yet: it has never been published."])]
    after = draft.content_with(lessons)
    reach = _reach(page, [*impacts.touched(last.plain, after)])
    said = impacts.sentences(last.plain, after, reach, is_material=draft.is_material)
    waiting = [
        f"“{lesson.title}” has a draft that is not published. It goes to learners when both are."
        for lesson in page.lessons() if lesson.has_unpublished_changes and lesson.pk not in lessons
    ]  # fmt: skip
    return [Section("Whom it touches", [*said, *waiting], warns=impacts.rekeyed(last.plain, after))]


def _reach(page: ModulePage, blocks: Sequence[str]) -> impacts.Reach:
    mine = Progress.objects.filter(module_key=page.translation_key, version__language=page.locale.language_code)
    answers = Answer.objects.filter(
        attempt__progress__in=mine, attempt__handed_in_at__isnull=False, block_id__in=blocks
    )
    return impacts.Reach(
        midway=mine.filter(finished_at=None, enrolment__withdrawn_at=None).count(),
        finished=mine.filter(finished_at__isnull=False).count(),
        answers=[impacts.Given(one.block_id, one.given, Mark(one.counts, one.out_of)) for one in answers],
    )


def _languages(page: ModulePage, draft: ModulePage) -> list[Section]:
    """Of a translation: what its readers are told. Of the English: which translations it leaves behind."""
    newest = newest_english(page.translation_key)
    if str(page.locale.language_code) != languages.ENGLISH:
        said = languages.notes(draft.content(), language=str(page.locale.language_code), newest=newest)
        return [Section("What readers of this language are told", said, warns=True)] if said else []
    others = [one for one in choices(page.translation_key) if languages.is_translation(one.version.plain)]
    said = [
        f"The {one.language} says what version {languages.follows(one.version.plain)} says. It is behind when this is "
        "published." for one in others
    ]  # fmt: skip
    return [Section("Other languages", said)] if said else []
