"""Which alerts stand on a page. All of them are looked up at once and kept beside the pages; the clock is asked each
time, so that one begins and ends by itself. The moment of the next change is noted on the request: no page is kept past
it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from common.dates import LONDON
from pages.caching import SECONDS, mark_of, shelf
from pages.models import Alert, EasyReadPage, GuideIndexPage, GuidePage
from pages.rules import alerts as rules

Versions = dict[Any, list[Page]]
HELP_PAGES = (GuideIndexPage, GuidePage, EasyReadPage)
# What no editor wrote, and belongs to help and rights.
HELP_DOORS = {
    "pages:contacts-index", "pages:dates-ask", "pages:offers-index", "pages:offers-page", "pages:packs-make",
    "pages:rights-ask",
}  # fmt: skip


# The look of each level (static/css): its classes and its picture. The word that it is called by stands beside them.
LOOKS = {
    "information": ("notice notice--brand", "info"),
    "important": ("notice notice--stop", "warning"),
    "danger": ("care-card care-card--now", "warning"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """An alert as its readers have it, in every language. `paths` are those of the pages that it stands on and below;
    `ways` has (title, address, page) of the page to go to by language; `rings` is a name and a number.
    """

    level: str
    begins_at: datetime | None
    ends_at: datetime | None
    shown_on: str
    title: str
    words: str
    title_cy: str = ""
    words_cy: str = ""
    prison: str = ""
    paths: tuple[str, ...] = ()
    ways: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    rings: tuple[str, str] | None = None

    def stands(self, now: datetime) -> bool:
        ends = self.begins_at and self.ends_at
        return bool(ends) and rules.stands(begins_at=self.begins_at, ends_at=self.ends_at, now=now)  # type: ignore[arg-type]  # both are there

    def is_below(self, path: str) -> bool:
        return self.shown_on == rules.BELOW and bool(self.paths) and path.startswith(self.paths)


@dataclass(frozen=True, slots=True)
class Said:
    """An alert in the language of the page. `lang` is "en" where it has none in that language; `way` leads on."""

    level: str
    level_words: str
    title: str
    words: str
    until: str
    lang: str = ""
    way: tuple[str, str, int] | None = None
    way_lang: str = ""
    rings: tuple[str, str] | None = None

    @property
    def look(self) -> str:
        return LOOKS[self.level][0]

    @property
    def picture(self) -> str:
        return LOOKS[self.level][1]


def on_page(request: HttpRequest, page: Any) -> list[Said]:
    """Those that stand at the top of what is asked for, the most pressing first; `page` is Wagtail's, or None."""
    now = request.now  # type: ignore[attr-defined]  # set by pages.middleware
    known = kept(mark_of(request))
    times = [at for one in known for at in (one.begins_at, one.ends_at) if at]
    request.changes_at = rules.next_change(times, now=now)  # type: ignore[attr-defined]  # read by pages.caching
    door = request.resolver_match.view_name if request.resolver_match else ""
    return [said(one) for one in pressing_first(known) if one.stands(now) and _concerns(one, page, door)]


def on_paper(now: datetime, *, guides: Sequence[Page], prison: str = "") -> list[Standing]:
    """Those that go with these guides on paper, into this prison (by its ref) if one is named."""
    return [one for one in pressing_first(looked_up()) if one.stands(now) and goes_with(one, guides, prison)]


def goes_with(one: Standing, guides: Iterable[Page], prison: str = "") -> bool:
    if one.shown_on == rules.PRISON:
        return bool(prison) and one.prison == prison
    return one.shown_on in {rules.EVERYWHERE, rules.HELP} or any(one.is_below(guide.path) for guide in guides)


def pressing_first(known: Iterable[Standing]) -> list[Standing]:
    return sorted(known, key=lambda one: rules.PRESSING.index(one.level), reverse=True)


def said(one: Standing) -> Said:
    language = get_language() or settings.LANGUAGE_CODE
    own = language == settings.LANGUAGE_CODE or bool(one.words_cy)
    welsh = language != settings.LANGUAGE_CODE and own
    way = one.ways.get(language) or one.ways.get(settings.LANGUAGE_CODE)
    return Said(
        level=one.level,
        level_words=gettext(rules.LEVELS[one.level]),
        title=one.title_cy if welsh else one.title,
        words=one.words_cy if welsh else one.words,
        until=rules.until(one.ends_at.astimezone(LONDON), gettext) if one.ends_at else "",
        lang="" if own else "en",
        way=way,
        way_lang="en" if way and language != settings.LANGUAGE_CODE and language not in one.ways else "",
        rings=one.rings,
    )


def kept(mark: str) -> list[Standing]:
    """All that stand or are to come, as they were when the mark was made: at most a minute old."""
    key = f"alerts:{mark}"
    found: list[Standing] | None = shelf().get(key)
    if found is None:
        found = looked_up()
        shelf().set(key, found, SECONDS)
    return found


def looked_up() -> list[Standing]:
    """As many queries, however many there are: one where none names a page."""
    alerts = list(Alert.objects.for_readers().select_related("page", "link_page"))
    live = Page.objects.live().select_related("locale")
    below = _versions(live, [one.page for one in alerts])
    ways = _versions(live.public(), [one.link_page for one in alerts]) if any(one.link_page for one in alerts) else {}
    return [standing(one, below, ways) for one in alerts]


def _versions(pages: Any, named: Iterable[Page | None]) -> Versions:
    """Those of `pages` that are one of the named pages in any language, by what their languages share."""
    keys = {page.translation_key for page in named if page}
    found: Versions = defaultdict(list)
    for page in pages.filter(translation_key__in=keys) if keys else ():
        found[page.translation_key].append(page)
    return found


def standing(alert: Alert, on: Versions, onward: Versions) -> Standing:
    """`on` has the live pages of each translation key, `onward` those of them that anybody may read."""
    below = on.get(alert.page.translation_key, []) if alert.page else []
    ways = onward.get(alert.link_page.translation_key, []) if alert.link_page else []
    line = alert.contact if alert.contact and alert.contact.live and alert.contact.phone else None
    return Standing(
        **{name: getattr(alert, name) for name in ("level", "begins_at", "ends_at", "shown_on")},
        **{name: getattr(alert, name) for name in ("title", "words", "title_cy", "words_cy")},
        prison=alert.prison_id or "",
        paths=tuple(page.path for page in below),
        ways={str(page.locale.language_code): (page.seo_title or page.title, page.url, page.pk) for page in ways},
        rings=(line.name, line.phone) if line else None,
    )


def _concerns(one: Standing, page: Any, door: str) -> bool:
    if one.shown_on == rules.HELP:
        return isinstance(page, HELP_PAGES) or door in HELP_DOORS
    return one.shown_on == rules.EVERYWHERE or (isinstance(page, Page) and one.is_below(page.path))
