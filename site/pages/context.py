"""What the frame of a page says about this site itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page

from pages.caching import SECONDS, mark_of, shelf
from pages.models import GuideIndexPage, NewsIndexPage, StandardPage, StoryIndexPage

Link = dict[str, str]
IN_THE_FOOT = (StandardPage, NewsIndexPage, StoryIndexPage)


def footer(request: HttpRequest) -> dict[str, Any]:
    """`footer_links` for visitors; looked up only when a template asks for them."""
    user = getattr(request, "user", None)  # a page that says "not at this address" comes before sign-in is looked at
    if user is None or user.is_authenticated:
        return {}
    return {"footer_links": SimpleLazyObject(lambda: links(get_language() or "", mark_of(request)))}


def links(language: str, mark: str = "") -> list[Link]:
    """{"label", "url"} for each live page about this site, its news and stories, in the order of the editors.

    Those that nobody has put into the reader's language come in English, and say so by their "lang".
    """
    key = f"footer:{language}:{mark}"
    found: list[Link] | None = shelf().get(key)
    if found is None:
        pages = list(_about_this_site(language))
        found = [{"label": page.seo_title or page.title, "url": page.url} for page in pages]
        if language != settings.LANGUAGE_CODE:
            there = [page.translation_key for page in pages]
            english = _about_this_site(settings.LANGUAGE_CODE).exclude(translation_key__in=there)
            found += [{"label": page.seo_title or page.title, "url": page.url, "lang": "en"} for page in english]
        shelf().set(key, found, SECONDS)
    return found


def list_of_guides(language: str, mark: str) -> str | None:
    """The address of the guides in this language, if there are any."""
    key = f"guides:{language}:{mark}"
    found: list[str] | None = shelf().get(key)
    if found is None:
        lists = GuideIndexPage.objects.live().public().filter(locale__language_code=language).order_by("path")[:1]
        found = [page.url for page in lists]
        shelf().set(key, found, SECONDS)
    return found[0] if found else None


def _about_this_site(language: str) -> Any:
    pages = Page.objects.type(*IN_THE_FOOT).live().public().filter(locale__language_code=language)
    return pages.select_related("locale").order_by("path")
