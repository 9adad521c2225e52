"""Keeping public pages ready for visitors.

Only for somebody who is not signed in and carries no session, and only answers that set no cookie: such a page is the
same for everyone. It is kept for a minute, and never past the moment at which the clock changes it: whoever puts such a
thing on a page notes that moment as `request.changes_at` (alerting.py). `purge()` lets go of all of them at once, in
every process: a kept page carries the mark that stood in the database before it was made, and is given again only while
that mark still stands. All of them and not some: a page may be named by any other, in a card, in its foot or above its
title. Search is never kept: what people look for is nobody's business.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from pages.models.purges import PurgeMark

SECONDS = 60
SHELF = "pages"
View = Callable[..., Any]


def kept_for_visitors(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not _is_plain_visit(request):
            return _varying(view(request, *args, **kwargs))
        key, mark = _key(request), mark_of(request)
        if (found := shelf().get(key)) and found[0] == mark and (life := _life(request, found[1])) > 0:
            return _response(request, *found[2:], life=life)
        response = view(request, *args, **kwargs)
        if hasattr(response, "render"):
            response = response.render()
        if not _may_be_kept(request, response):
            return _varying(response)
        kept = (response.content, response["Content-Type"])
        changes_at = getattr(request, "changes_at", None)
        life = _life(request, changes_at)
        shelf().set(key, (mark, changes_at, *kept), SECONDS)
        return _response(request, *kept, life=life)

    return answer


def purge() -> None:
    """From the commit on no page that was made before is given again. Call it in the transaction of the change."""
    PurgeMark.objects.renew()


def mark_of(request: HttpRequest) -> str:
    """The mark when this request began: what is made for it may be older than a purge that happens meanwhile."""
    if not hasattr(request, "purge_mark"):
        request.purge_mark = PurgeMark.objects.current()  # type: ignore[attr-defined]  # a plain attribute of ours
    return str(request.purge_mark)  # type: ignore[attr-defined]


def shelf() -> BaseCache:
    """In the memory of each process, when settings give us such a shelf: nobody's secrets lie there."""
    return caches[SHELF if SHELF in settings.CACHES else "default"]


def _is_plain_visit(request: HttpRequest) -> bool:
    """No session and no question: anything after a "?" goes the long way round, and cannot fill the cache. So does
    whoever saves data: their pictures are links.
    """
    plain = request.method in {"GET", "HEAD"} and not request.META.get("QUERY_STRING") and not saves_data(request)
    return plain and settings.SESSION_COOKIE_NAME not in request.COOKIES


def saves_data(request: HttpRequest) -> bool:
    """Whether a browser on a slow or dear line asks for less."""
    return request.headers.get("Save-Data", "").casefold() == "on"


def _varying(response: HttpResponse) -> HttpResponse:
    """No store on the way gives one kind of reader the page of the other."""
    patch_vary_headers(response, ["Save-Data"])
    return response


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    wants_cookie = bool(response.cookies) or request.META.get("CSRF_COOKIE_NEEDS_UPDATE", False)
    closed = "Cache-Control" in response  # Wagtail marks pages behind a lock
    return response.status_code == 200 and not response.streaming and not wants_cookie and not closed


def _key(request: HttpRequest) -> str:
    address = f"{request.scheme}://{request.get_host()}{request.path}"
    return f"pages:{hashlib.sha256(address.encode()).hexdigest()}"


def _life(request: HttpRequest, changes_at: datetime | None) -> int:
    """For how many seconds from now it may be given again, by us or by the reader's own browser."""
    if changes_at is None:
        return SECONDS
    left = changes_at - request.now  # type: ignore[attr-defined]  # set by pages.middleware
    return max(0, min(SECONDS, int(left.total_seconds())))


def _response(request: HttpRequest, content: bytes, content_type: str, *, life: int) -> Any:
    """The page, or a few bytes that say that the reader has it already (304)."""
    response = HttpResponse(content, content_type=content_type)
    response["Cache-Control"] = f"public, max-age={life}"
    response["ETag"] = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    _varying(response)
    return get_conditional_response(request, etag=response["ETag"], response=response)
