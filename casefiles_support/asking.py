"""One question page about papers and reading: a form, one action, and the way back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from common import answers
from common.transitions import Stale

PAGE = "casefiles_support/asking.html"


def ask(
    request: HttpRequest,
    form: BaseForm,
    action: Callable[..., Any],
    /,
    *,
    at: datetime,
    back: str,
    page: Mapping[str, Any],
    done: str = "Written down.",
    **given: Any,
) -> HttpResponse:
    """`page`: heading, button and perhaps lede, say (words for the person), points and tone. A form that puts its
    answers together has them in `said`. Who comes second is shown both versions.
    """
    if request.method == "POST" and form.is_valid():
        said = getattr(form, "said", form.cleaned_data)
        try:
            made = answers.attempt(form, action, **said, **given, by=request.user, at=at)
        except Stale as stale:
            return answers.conflict(request, form, stale, back=back)
        if made is not None:
            messages.success(request, done)
            return redirect(back)
    return answers.page(request, PAGE, {"form": form, "back": back, **page})
