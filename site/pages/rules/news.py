"""News: what it may be about, and how its list is cut."""

from pages.rules.topics import TOPICS

# About the site itself: such an item is its own source.
SITE = "site"
NEWS_TOPICS = [(SITE, "This site"), *TOPICS]
ON_A_PAGE = 10
IN_THE_FEED = 20


def why_not_slug(slug: str) -> str:
    """Why an item may not have this address: the list answers there itself. "" where it may."""
    if slug.isdigit() or slug in {"feed", "page"}:
        return "The list of news has this address already. Choose another."
    return ""
