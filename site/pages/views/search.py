"""Finding a public page. What is looked for is shown to nobody else, and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.models import Locale, Page
from wagtail.search.query import PlainText, SearchQuery

from common.access import allow, anyone
from pages.rules.search import plain_words
from pages.rules.synonyms import readings

MOST = 20


@allow(anyone)
@never_cache
def find(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")[:200]
    words = plain_words(typed)
    found, all_words = _found(words)
    context = {"typed": typed, "words": words, "found": found, "all_words": all_words}
    return render(request, "pages/search/find.html", context)


def _found(words: str) -> tuple[list[Page], bool]:
    """The pages that hold every word, or what means the same; if none does, those that hold some. Best first, in the
    reader's language. The second: whether it is the first.
    """
    pieces = [_any([PlainText(other, operator="and") for other in piece]) for piece in readings(words)]
    if not pieces:
        return [], True
    every = pieces[0]
    for piece in pieces[1:]:
        every &= piece
    found = _pages(every)
    return (found, True) if found or len(pieces) == 1 else (_pages(_any(pieces)), False)


def _any(queries: list[SearchQuery]) -> SearchQuery:
    found = queries[0]
    for query in queries[1:]:
        found |= query
    return found


def _pages(query: SearchQuery) -> list[Page]:
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
    order = [page.pk for page in pages.search(query)[:MOST]]
    whole = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    return [whole[pk] for pk in order]
