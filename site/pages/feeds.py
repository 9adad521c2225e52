"""The feed of news: Atom, for programs that look now and then. It names no reader, and fetches nothing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from common.text import clean
from pages.heads import CODES, ORGANISATION

TYPE = "application/atom+xml; charset=utf-8"
# Since when the name of this site is ours: a part of what every entry is known by, and never another one.
SINCE = 2026


class News(Atom1Feed):  # type: ignore[misc]  # Django's own has no types
    def latest_post_date(self) -> datetime:
        """When the list last changed, rather than now where it is empty: the same list makes the same bytes."""
        changed: datetime = self.feed["changed"]
        return changed


def atom(index: Any, items: Sequence[Any]) -> bytes:
    """The list as Atom, in its own language; summaries only."""
    times = [one.last_published_at for one in [index, *items] if one.last_published_at]
    made = News(
        title=index.title,
        link=index.public_address(),
        description=index.summary,
        language=CODES.get(index.language_code, "en-GB"),
        author_name=ORGANISATION,
        feed_url=index.feed_address(),
        feed_guid=known_by(index, index.language_code),
        changed=max(times, default=index.latest_revision_created_at),
    )
    for one in items:
        made.add_item(
            title=clean(one.title, lines=False),
            link=one.public_address(),
            description=escape(clean(one.summary)),  # it is read as HTML
            unique_id=known_by(one, index.language_code),
            pubdate=one.first_published_at,
            updateddate=one.last_published_at,
        )
    return made.writeString("utf-8").encode()


def known_by(page: Any, language: str) -> str:
    """What a reader's program knows it by for good, whatever becomes of its address (RFC 4151)."""
    return f"tag:{urlsplit(settings.PUBLIC_BASE_URL).hostname},{SINCE}:{page.translation_key}:{language}"
