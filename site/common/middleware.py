"""What every request meets first."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from common.refs import new_ref
from common.requests import request_id

Answer = Callable[[HttpRequest], HttpResponse]

CHARSETS = {"utf-8", "utf8", "us-ascii", "ascii"}
CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
REFUSAL = (
    "<!doctype html><html lang=en-GB><meta charset=utf-8><title>We could not read that</title>"
    "<h1>We could not read that</h1><p>Something sent to us was not plain text. Go back and try again.</p></html>"
)


class RequestId:
    """Gives each request a number, and puts it in the answer, the log, the audit trail and the error page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request_id.set(new_ref())
        try:
            response = self.get_response(request)
            response["X-Request-Id"] = request_id.get()
            return response
        finally:
            request_id.reset(token)


class RefuseBadInput:
    """Refuses NUL bytes and foreign character sets before any view: both databases, Django's own POST parsing and
    Wagtail's search answer them with a server error.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_foreign(request) or self.has_nul(request):
            return HttpResponse(REFUSAL, status=400)
        return self.get_response(request)

    @staticmethod
    def is_foreign(request: HttpRequest) -> bool:
        found = CHARSET.search(request.META.get("CONTENT_TYPE", ""))
        return found is not None and found.group(1).lower() not in CHARSETS

    @staticmethod
    def has_nul(request: HttpRequest) -> bool:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", "") or "\x00" in str(request.COOKIES):
            return True
        if request.method != "POST" or request.content_type != "application/x-www-form-urlencoded":
            return False
        return b"%00" in request.body or b"\x00" in request.body


class PolicyHeaders:
    """Headers that Django has no setting for. Whatever a signed-in person sees is kept by no cache."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response
