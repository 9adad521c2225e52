"""Finding a public page. What is looked for is shown to nobody else, and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.models import Locale, Page

from common.access import allow, anyone
from pages.rules.search import plain_words

MOST = 20


@allow(anyone)
@never_cache
def find(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")[:200]
    words = plain_words(typed)
    return render(request, "pages/search/find.html", {"typed": typed, "words": words, "found": _found(words)})


def _found(words: str) -> list[Page]:
    """The pages that hold all of `words`, best first, in the reader's language."""
    if not words:
        return []
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
    order = [page.pk for page in pages.search(words)[:MOST]]
    whole = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    return [whole[pk] for pk in order]
