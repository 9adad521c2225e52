"""Sending files: every one leaves through here, so that none has an address that nobody guards."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from common import ranges

# Opened on its own, a file may run nothing, load nothing and frame nothing.
ALONE = "default-src 'none'; sandbox"


def send(request: HttpRequest, stored: str, *, content_type: str, cache: str, save_as: str = "") -> HttpResponseBase:
    """The file kept under the name `stored`, whole or the part that was asked for; with `save_as` it is saved and never
    shown. Http404 when it is gone.
    """
    try:
        response = ranges.send(request, stored, content_type=content_type, save_as=save_as)
    except FileNotFoundError:
        raise Http404 from None
    response["Content-Security-Policy"] = ALONE
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = cache
    return response
