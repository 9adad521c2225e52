"""Stories, made up, and what whoever told them agreed to."""

import json
from datetime import date
from typing import Any

from wagtail.models import Locale

from common.refs import new_ref
from pages.actions import story_consents
from pages.models import HomePage, StoryConsent, StoryIndexPage, StoryPage
from pages.rules.story_consents import PLACES
from tests.conftest import NOW

GIVEN, UNTIL = date(2026, 11, 20), date(2028, 11, 20)
SAID = "I kept every letter that my brother wrote to me."


def text(words: str = SAID) -> list[dict[str, Any]]:
    return [{"type": "paragraph", "value": f"<p>{words}</p>"}]


def index_page() -> StoryIndexPage:
    found = StoryIndexPage.objects.first()
    if found is None:
        made = StoryIndexPage(title="Stories", slug="stories", summary="In their own words.", locale=_english())
        found = HomePage.objects.get(locale=_english()).add_child(instance=made)
    return found


def a_story(title: str = "Every letter", body: list[dict[str, Any]] | None = None, **changes: Any) -> StoryPage:
    """A draft that lacks nothing but a yes."""
    values = {"summary": "About letters.", "talks_about": "prison, and missing somebody", "topic": "life", **changes}
    made = StoryPage(title=title, body=json.dumps(body or text()), locale=_english(), live=False, **values)
    page = index_page().add_child(instance=made)
    page.save_revision()
    return page


def say_yes(page: StoryPage, by: Any, at: Any = NOW, **changes: Any) -> StoryConsent:
    """To the draft as it stands, and everywhere but for what the test changes."""
    draft = page.get_latest_revision_as_object()
    told = {
        "seen": draft.words(), "places": list(PLACES), "pictures": True, "named": "other", "name": "Wren",
        "how": "in_person", "witness": by, "given_on": GIVEN, "expires_on": UNTIL, "reach": "wren@example.org",
        "code": "", "key": new_ref(), **changes,
    }  # fmt: skip
    return story_consents.give(page=page, by=by, at=at, **told)


def publish(page: StoryPage) -> StoryPage:
    """Nobody wrote it, so nobody need agree; the gate is asked all the same."""
    page.get_latest_revision().publish()
    return StoryPage.objects.get(pk=page.pk)


def change(page: StoryPage, words: str) -> StoryPage:
    """A draft with other words."""
    draft = page.get_latest_revision_as_object()
    draft.body = json.dumps(text(words))
    draft.save_revision(clean=False)  # as the editor does, which has checked the form as a draft
    return StoryPage.objects.get(pk=page.pk)


def _english() -> Locale:
    return Locale.objects.get(language_code="en-gb")
