"""Pages that are a mentor's own, for logins that may open them before anybody has made them a mentor."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from mentoring.loading_care import NotAMentorYet

View = Callable[..., HttpResponseBase]


def of_a_mentor(view: View) -> View:
    """Where there is no mentor yet, lead back to the desk and say why. It stands below `@allow`."""

    @wraps(view)
    def led(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except NotAMentorYet:
            messages.info(request, "That page is there once you have been made a mentor. Ask your coordinator.")
            return redirect("desk:home")

    return led
