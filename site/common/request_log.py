"""One line for each request, and the page that people see while the database is away."""

import logging
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from common.logs import causes

log = logging.getLogger("alongside.requests")
Answer = Callable[[HttpRequest], HttpResponse]

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
QUIET = "health/live"  # asked every few seconds by whoever keeps us running
# The page comes out with no database; if even its stylesheet cannot be named (no collectstatic yet), these words do.
BARE = (
    "<!doctype html><title>Closed for a short time</title><h1>Closed for a short time</h1><p>Try again in a minute.</p>"
)
HEADERS = {
    "Retry-After": "30",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
# Of the many things OperationalError stands for, those that pass by themselves or when somebody restarts something.
POSTGRESQL_AWAY = ("08", "53", "57", "55P03", "40")
SQLITE_AWAY = ("locked", "unable to open", "disk", "readonly")


class RequestLog:
    """Logs method, route, status, milliseconds and the user's ref: the pattern of the address, never the address, since
    what people type may stand in it.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        route = match.route if match else ""
        log.log(
            level_of(response.status_code, route),
            "Answered",
            extra={
                "method": request.method if request.method in METHODS else "",
                "route": route,
                "status": response.status_code,
                "ms": (perf_counter() - begun) * 1000,
                # Only if the page asked who it is: the log must not cost a query.
                "user_ref": getattr(getattr(request, "_cached_user", None), "ref", ""),
            },
        )
        return response


def level_of(status: int, route: str) -> int:
    """Style sheets, pictures (no route of ours) and the question "are you alive?" fill no log while all is well."""
    if status >= 500:
        return logging.ERROR
    return logging.DEBUG if status < 400 and route in ("", QUIET) else logging.INFO


class DatabaseAway:
    """Turns a server error that means "the database is away" into a plain 503 that asks people to come back.

    Stands outside everything that may ask the database. By the time the answer gets here Django has made a server error
    of the exception, whichever layer raised it, and whether DEBUG is on or off; so it is noted on its way.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        got_request_exception.connect(note_fault, dispatch_uid="common.request_log")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 500 and is_away(getattr(request, "fault", None)):
            return back_soon()
        return response


def note_fault(sender: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Remember on the request what went wrong with it. Django sends this while the exception is being handled."""
    if request is not None:
        request.fault = sys.exc_info()[1]  # type: ignore[attr-defined]


def is_away(fault: BaseException | None) -> bool:
    """Does this exception, or one it came from, mean that the database is down, full or too busy?"""
    return fault is not None and any(_is_away(cause) for cause in causes(fault))


def _is_away(fault: BaseException) -> bool:
    if isinstance(fault, InterfaceError):
        return True
    if not isinstance(fault, OperationalError):
        return False
    driver = fault.__cause__
    state = getattr(driver, "sqlstate", None)
    if state:
        return str(state).startswith(POSTGRESQL_AWAY)
    if type(driver).__module__.startswith("sqlite3"):
        return any(sign in str(driver) for sign in SQLITE_AWAY)
    return True  # the driver could not even connect


def back_soon() -> HttpResponse:
    """The page for people while the database is away. It stands outside the middleware that would seal it, so it brings
    its own content policy.
    """
    try:
        page: str = render_to_string("503.html")
    except Exception:  # better bare words than nothing
        page = BARE
    return HttpResponse(page, status=503, headers=HEADERS)
