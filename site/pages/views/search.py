"""Finding a public page. What is looked for is shown to nobody else and kept nowhere; words of ours are counted."""

import logging

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.models import Locale, Page
from wagtail.search.query import PlainText, SearchQuery

from common.access import allow, anyone
from pages.actions import searches
from pages.models import Promotion
from pages.rules.search import plain_words
from pages.rules.searches import answers
from pages.rules.synonyms import readings

logger = logging.getLogger(__name__)
MOST = 20
MOST_SUGGESTED = 3


@allow(anyone)
@never_cache
def find(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")[:200]
    words = plain_words(typed)
    suggested = _suggested(words)
    found, all_words = _found(words, without={page.pk for page in suggested})
    if words and request.method == "GET":
        _count(words, found=bool(found or suggested))
    context = {"typed": typed, "words": words, "found": found, "all_words": all_words, "suggested": suggested}
    return render(request, "pages/search/find.html", context)


def _count(words: str, *, found: bool) -> None:
    """A number that is not counted is no harm to whoever looks for help."""
    try:
        searches.count(words=words, found=found, by=None, at=timezone.now())
    except OperationalError:
        logger.warning("a search was not counted")


def _suggested(words: str) -> list[Page]:
    """The pages that editors suggest first for these words, in the reader's language."""
    for_readers = Promotion.objects.for_readers(Locale.get_active())
    chosen = [one.page_id for one in for_readers if answers(one.words, words)]
    return _whole(list(dict.fromkeys(chosen))[:MOST_SUGGESTED])


def _found(words: str, without: set[int]) -> tuple[list[Page], bool]:
    """The pages that hold every word, or what means the same; if none does, those that hold some. Best first, in the
    reader's language; not those that are suggested. The second: whether it is the first.
    """
    pieces = [_any([PlainText(other, operator="and") for other in piece]) for piece in readings(words)]
    if not pieces:
        return [], True
    every = pieces[0]
    for piece in pieces[1:]:
        every &= piece
    found = _hits(every)
    all_words = bool(found) or len(pieces) == 1
    order = found if all_words else _hits(_any(pieces))
    return _whole([pk for pk in order if pk not in without]), all_words


def _any(queries: list[SearchQuery]) -> SearchQuery:
    found = queries[0]
    for query in queries[1:]:
        found |= query
    return found


def _hits(query: SearchQuery) -> list[int]:
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
    # SQLite's ranking knows nothing of boosts: a page whose title has the words comes first on both databases.
    titled = [page.pk for page in pages.search(query, fields=["title"])[:MOST]]
    return list(dict.fromkeys([*titled, *(page.pk for page in pages.search(query)[:MOST])]))[:MOST]


def _whole(order: list[int]) -> list[Page]:
    whole = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    return [whole[pk] for pk in order]
