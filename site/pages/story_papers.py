"""A story on paper, in the shape of a guide (papers.py): what it talks about first, and no checked facts."""

from typing import Any

from django.utils.translation import gettext, override

from common import prose
from common.languages import tag_of
from pages.models import StoryPage
from pages.papers import box, parts_of
from pages.rules.numbers import number_of


def paper_of_story(story: StoryPage) -> dict[str, Any]:
    """Of one that comes from `StoryPage.objects.for_paper()`, with its byline. Pictures stay on the screen."""
    language = str(story.locale.language_code)
    with override(language):
        return {
            "title": story.title, "summary": story.summary, "in_short": "", "number": number_of(story.pk),
            "checked": "", "unread": "", "words": _around(), "sources": [], "lang": tag_of(language)[:2],
            "is_story": True, "parts": _parts(story),
        }  # fmt: skip


def _parts(story: StoryPage) -> list[dict[str, Any]]:
    first = [f"{gettext('This story talks about:')} {story.talks_about}"]
    if story.is_made_up:
        first.append(gettext("This is a made-up story, to show how the page looks."))
    byline = getattr(story, "byline", "")
    end = [f"{gettext('Told by')} {byline}."] if byline else []
    end.append(gettext("Whoever told this story said yes to its being here, and can take it back at any time."))
    return [
        box(gettext("Before you read"), prose.lines("\n".join(first))),
        *(part for block in story.body for part in parts_of(block.block_type, block.value)),
        {"kind": "prose", "nodes": prose.lines("\n".join(end))},
    ]


def _around() -> dict[str, str]:
    return {
        "in_short": "",
        "sources": "",
        "checked": "",
        "version": "",
        "number": gettext("The number of this page is"),
        "of_use": "",
    }
