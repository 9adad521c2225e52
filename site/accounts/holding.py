"""Telling which forms may be kept when their sender was signed out."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse

from accounts import sessions

# Never kept, whatever form they are in. “Unkept” is what a page says that we print and do not keep.
SECRET = ("csrfmiddlewaretoken", "password", "passwd", "secret", "credential", "unkept")
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


def can_be_held(request: HttpRequest) -> bool:
    """Whether this is a form from somebody who was signed out here for being idle."""
    return can_be_kept(request) and sessions.WAS in request.session


def can_be_kept(request: HttpRequest) -> bool:
    """Forms that a person sent from a page of ours. Never what signing in itself is made of, and never what another
    site sent: it would wait here to be sent again by somebody who did not write it.
    """
    return (
        request.method == "POST"
        and request.content_type in FORMS
        and not request.path.startswith(reverse("accounts:security-account"))
        and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"  # not a script
        and "HX-Request" not in request.headers
        and is_from_here(request)
    )


def is_from_here(request: HttpRequest) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def fields_of(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Every field in its order, many values included. Files are not fields, and secrets are left out."""
    for name, values in request.POST.lists():
        if not any(word in name.casefold() for word in SECRET):
            yield from ((name, str(value)) for value in values)
