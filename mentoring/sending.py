"""What most forms here come to: sent, in order, and allowed; or not."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest

from common import answers


def send(request: HttpRequest, form: BaseForm, action: Callable[..., Any], *, at: datetime, **given: Any) -> Any:
    """What `action` made of the form, called with `given` and the form's answers; None where it was not sent or will
    not do. The reasons are then the form's errors.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    return answers.attempt(form, action, **given, **form.cleaned_data, by=request.user, at=at)
