"""What most forms of file support come to: sent, in order, and allowed; or not."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from common import answers
from common.forms import HouseForm


def send(request: HttpRequest, form: HouseForm, action: Callable[..., Any], /, *, at: datetime, **given: Any) -> Any:
    """What `action` made of the form; None where it was not sent or will not do, and the reasons are the form’s errors.

    A form may have the answers ready as `said`. The `version` that somebody saw is the action’s `seen`.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    said = dict(getattr(form, "said", form.cleaned_data))
    if "version" in said:
        said["seen"] = said.pop("version")
    return answers.attempt(form, action, **given, **said, by=request.user, at=at)
