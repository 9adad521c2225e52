"""What every page of a learning lead does the same way: finding what is theirs, and one form that does one thing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.roles import Role
from common import answers
from common.refs import ref_from
from places.models import Establishment
from training.models import Learner
from training.models.learners import establishments_of

FORM = "training/leading/form.html"


def prisons(user: Any) -> Any:
    """Where this user leads: open prisons, by name."""
    return establishments_of(user).filter(status=Establishment.Status.OPEN).order_by("name", "pk")


def prison(request: HttpRequest) -> Establishment | None:
    """The prison a page is about: the one that is asked for, else the only one, or the first, that a lead has.
    Programme staff choose. What is not theirs does not exist.
    """
    asked, mine = request.GET.get("prison", ""), establishments_of(request.user)
    if asked:
        found = mine.filter(ref=asked[:12]).first()
        if found is None:
            raise Http404
        return found
    return prisons(request.user).first() if request.user.has_role(Role.LEARNING_LEAD) else None  # type: ignore[union-attr]


def find(rows: Any, request: HttpRequest, ref: str) -> Any:
    """One of the records that this user may see, or 404."""
    found = rows.visible_to(request.user).filter(ref=ref).first()
    if found is None:
        raise Http404
    return found


def find_learner(request: HttpRequest, ref: str) -> Learner:
    found: Learner = find(Learner.objects.select_related("login"), request, ref)
    return found


def act(
    request: HttpRequest, form: BaseForm, action: Callable[..., Any], *, back: str, done: str, page: dict[str, Any],
    at: datetime, then: Callable[[Any], str] | None = None, **what: Any,
) -> HttpResponse:  # fmt: skip
    """One form that does one thing. `page` has title, button, and perhaps lede, tone. Sent twice, it is done once: an
    action that makes something is told the `key` of the form. `then` is where it leads, if not `back`.
    """
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        keyed = {"key": key} if page.get("keyed") else {}
        result = answers.attempt(form, action, **what, **said, **keyed, by=request.user, at=at)
        if not form.errors:
            messages.success(request, done)
            return redirect(then(result) if then else back)
    return answers.page(request, FORM, {"form": form, "back": back, "key": key, "page": page})
