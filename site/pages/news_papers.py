"""News on paper: as a guide, under its day."""

from typing import Any

from django.utils.translation import gettext, override

from common import prose
from common.dates import in_full
from pages.models import GuidePage, NewsPage
from pages.papers import Part, paper_of


def paper_of_page(page: GuidePage | NewsPage) -> dict[str, Any]:
    """A guide or news, in its own language."""
    paper = paper_of(page)
    if not isinstance(page, NewsPage) or page.day is None:
        return paper
    with override(str(page.locale.language_code)):
        day: Part = {"kind": "prose", "nodes": prose.lines(in_full(page.day, gettext))}
    return paper | {"parts": [day, *paper["parts"]]}
