"""What the head of a page tells search engines, and whoever is sent a link to it. Of a page that gives its reader away
it tells nothing but its title in the browser tab.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.templatetags.static import static

ORGANISATION = "The Care Leavers’ Association"
LOCALES = {"en-gb": "en_GB", "cy": "cy_GB"}
# In hreflang as in lang.
CODES = {"en-gb": "en-GB", "cy": "cy"}


@dataclass(frozen=True, slots=True)
class Head:
    """`alternates` has (language, address) pairs, this page among them; `data` is JSON-LD, an object for each thing;
    `feed` is where the feed is that this page belongs to.
    """

    title: str
    summary: str
    address: str
    picture: str
    locale: str = "en_GB"
    kind: str = "website"
    quiet: bool = False
    alternates: list[tuple[str, str]] = field(default_factory=list)
    data: list[dict[str, Any]] = field(default_factory=list)
    feed: str = ""
    feed_title: str = ""


def head(page: Any) -> Head:
    """Of a live page, which is being served: its `versions` are known."""
    quiet = page.gives_away()
    return Head(
        title=page.tab_title if quiet else page.title,
        summary="" if quiet else page.summary,
        address=page.public_address(),
        picture=picture(),
        locale=LOCALES.get(page.language_code, "en_GB"),
        kind="article" if page.schema_type.endswith("Article") else "website",
        quiet=quiet,
        alternates=[] if quiet else alternates(page.open_versions()),
        data=[] if quiet else [_page(page), *page.more_data(), *_way(page.breadcrumbs())],
    )


def of_view(*, title: str, summary: str, path: str) -> Head:
    """Of a page that no editor wrote, at `path`."""
    return Head(title=title, summary=summary, address=f"{settings.PUBLIC_BASE_URL}{path}", picture=picture())


def picture() -> str:
    """The one picture that goes with every link: ours, the same for each page, so that it tells nothing."""
    return f"{settings.PUBLIC_BASE_URL}{static('img/card.png')}"


def alternates(versions: Mapping[str, str]) -> list[tuple[str, str]]:
    """(language, address) for each version; English is for whoever reads neither. [] where there is but one."""
    if len(versions) < 2:
        return []
    pairs = [(CODES.get(code, code), address) for code, address in sorted(versions.items())]
    english = versions.get(settings.LANGUAGE_CODE)
    return [*pairs, ("x-default", english)] if english else pairs


def _page(page: Any) -> dict[str, Any]:
    """The page itself, as schema.org has it. A day of review is told only where readers are told of it, too."""
    times = {"datePublished": page.first_published_at, "dateModified": page.last_published_at}
    reviewed = page.checked_on if page.checked_on and not getattr(page, "awaits_reading", False) else None
    named = "headline" if page.schema_type.endswith("Article") else "name"
    return {
        "@context": "https://schema.org",
        "@type": page.schema_type,
        named: page.title,
        "description": page.summary,
        "url": page.public_address(),
        "inLanguage": CODES.get(page.language_code, "en-GB"),
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": ORGANISATION},
        **{name: at.isoformat() for name, at in times.items() if at},
        **_reviewed(page, reviewed),
    }


def _reviewed(page: Any, reviewed: Any) -> dict[str, Any]:
    """Only a web page has `lastReviewed`, so an article says it of the page that it stands on."""
    if reviewed is None:
        return {}
    if page.schema_type == "WebPage":
        return {"lastReviewed": reviewed.isoformat()}
    there = {"@type": "WebPage", "@id": page.public_address(), "lastReviewed": reviewed.isoformat()}
    return {"mainEntityOfPage": there}


def _way(crumbs: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """Where it stands; nothing for the front door, which stands in nothing."""
    if len(crumbs) < 2:
        return []
    places = [
        {"@type": "ListItem", "position": n, "name": title, "item": address}
        for n, (title, address) in enumerate(crumbs, 1)
    ]
    return [{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": places}]


def whole_site() -> list[dict[str, Any]]:
    """Who runs this site, and how to search it: for the front door."""
    base = settings.PUBLIC_BASE_URL
    return [
        {"@context": "https://schema.org", "@type": "Organization", "name": ORGANISATION, "url": f"{base}/"},
        {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": settings.WAGTAIL_SITE_NAME,
            "url": f"{base}/",
            "inLanguage": list(CODES.values()),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{base}/search/?q={{search_term_string}}"},
                "query-input": "required name=search_term_string",
            },
        },
    ]
