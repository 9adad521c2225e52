"""Is a request Twilio's? Asked before anything in it is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from twilio.request_validator import (
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

View = Callable[..., HttpResponse]


def is_signed(request: HttpRequest) -> bool:
    """Signed with our token over the address that Twilio called (the public one: proxies may show us another) and over
    everything that was posted, with names that we do not know. Without a signature, or without a token: no.
    """
    signature = request.headers.get(SIGNATURE_HEADER, "")
    if not signature or not signature.isascii() or not settings.TWILIO_AUTH_TOKEN:
        return False
    algorithm = get_signature_algorithm(request.headers.get(SIGNATURE_SETTINGS_HEADER, ""))
    url = settings.PUBLIC_BASE_URL + request.get_full_path()
    return bool(RequestValidator(settings.TWILIO_AUTH_TOKEN).validate(url, request.POST, signature, algorithm))


def from_twilio(view: View) -> View:
    """Answer 403 to whatever Twilio has not signed."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_signed(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
