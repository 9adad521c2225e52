"""One question page: a form, one action, and the way back. The views of recruitment are made of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from common import answers
from common.refs import ref_from

PAGE = "mentoring/mentors/act.html"


def act(
    request: HttpRequest,
    form: BaseForm,
    action: Callable[..., Any],
    *,
    at: datetime,
    back: str,
    heading: str,
    button: str = "Save",
    lede: str = "",
    done: str = "Saved.",
    tone: str = "",
    **given: Any,
) -> HttpResponse:
    """Ask; when the answers will do, call `action` with them and `given`, and go `back`. A refusal is the form's."""
    if request.method == "POST" and form.is_valid():
        kwargs = {**form.cleaned_data, **given, "by": request.user, "at": at}
        if answers.attempt(form, action, **kwargs) is not None:
            messages.success(request, done)
            return redirect(back)
    context = {"form": form, "heading": heading, "button": button, "lede": lede, "back": back, "tone": tone}
    context["key"] = given.get("key", "")
    return answers.page(request, PAGE, context)


def key_of(request: HttpRequest) -> str:
    """The key that a form brought, or a new one: the same form sent again is the same record."""
    return ref_from(request.POST.get("key"))
