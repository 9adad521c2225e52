"""What the frame of a page says about this site itself."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from pages.caching import SECONDS, mark_of, shelf
from pages.models import StandardPage

Link = dict[str, str]


def footer(request: HttpRequest) -> dict[str, Any]:
    """`footer_links` for visitors; looked up only when a template asks for them."""
    user = getattr(request, "user", None)  # a page that says "not at this address" comes before sign-in is looked at
    if user is None or user.is_authenticated:
        return {}
    return {"footer_links": SimpleLazyObject(lambda: links(get_language() or "", mark_of(request)))}


def links(language: str, mark: str = "") -> list[Link]:
    """{"label", "url"} for each live page about this site, in the order in which editors put them."""
    key = f"footer:{language}:{mark}"
    found: list[Link] | None = shelf().get(key)
    if found is None:
        pages = StandardPage.objects.live().public().filter(locale__language_code=language).order_by("path")
        found = [{"label": page.tab_title, "url": page.url} for page in pages]
        shelf().set(key, found, SECONDS)
    return found
