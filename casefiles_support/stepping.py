"""What most forms of this app come to: sent, in order and allowed; refused, with the reasons; or overtaken."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from common import answers
from common.transitions import Stale


def step(
    http: HttpRequest,
    form: BaseForm,
    action: Callable[..., Any],
    /,
    *,
    at: datetime,
    back: str,
    done: str,
    template: str,
    context: Mapping[str, Any],
    **given: Any,
) -> HttpResponseBase:
    """Call `action` with `given` and the form's answers, and go `back` with the words `done`. Else show the page: new,
    with what is wrong (422), or with both versions where somebody was first (409).
    """
    try:
        if taken(http, form, action, at=at, **given):
            messages.success(http, done)
            return redirect(back)
    except Stale as stale:
        return answers.conflict(http, form, stale, back=back)
    page: HttpResponse = answers.page(http, template, {"form": form, "back": back, **context})
    return page


def taken(http: HttpRequest, form: BaseForm, action: Callable[..., Any], /, *, at: datetime, **given: Any) -> bool:
    """Whether it was sent and done. A hidden `version` is what the person saw."""
    if http.method != "POST" or not form.is_valid():
        return False
    said = dict(form.cleaned_data)
    if "version" in said:
        said["seen"] = said.pop("version")
    answers.attempt(form, action, **given, **said, by=http.user, at=at)
    return not form.errors
