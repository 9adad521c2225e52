"""How a view answers: a page, a form with its errors, or two versions of the same record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from common.transitions import NotAllowed, Stale
from common.words import in_words

UNPROCESSABLE = 422
CONFLICT = 409

T = TypeVar("T")


def page(request: HttpRequest, template: str, context: Mapping[str, Any] | None = None) -> HttpResponse:
    """The page, with status 422 when its `form` was sent and will not do. What was typed is still in it."""
    context = dict(context or {})
    form = context.get("form")
    wrong = form is not None and form.is_bound and bool(form.errors)
    return render(request, template, context, status=UNPROCESSABLE if wrong else 200)


def attempt(form: BaseForm, action: Callable[..., T], **kwargs: Any) -> T | None:
    """Run an action. A refusal becomes the form's errors and the answer None; Stale goes on up, for `conflict`."""
    try:
        return action(**kwargs)
    except Stale:
        raise
    except NotAllowed as refusal:
        for reason in refusal.reasons:
            form.add_error(None, reason)
        return None


@dataclass(frozen=True, slots=True)
class Row:
    """One question, twice: what the record says now, and what this person wrote."""

    label: str
    there: str
    yours: str

    @property
    def differs(self) -> bool:
        return self.there != self.yours


def conflict(
    request: HttpRequest,
    form: BaseForm,
    stale: Stale,
    *,
    back: str = "",
    standing: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Status 409: both versions side by side, and the same form, ready to be sent again on top of the newer version.

    `back` is where the record can be seen as it stands. `standing` gives the newer values by field name, where the
    form's fields are not the record's own columns.
    """
    record = stale.record
    rows = compared(form, {name: standing_value(record, name, standing) for name in asked(form)})
    raise_version(form, record)
    context = {"form": form, "rows": rows, "back": back, "reasons": stale.reasons}
    return render(request, "409.html", context, status=CONFLICT)


def compared(form: BaseForm, standing: Mapping[str, Any]) -> list[Row]:
    """Each question that `standing` has an answer to, with that answer and the one that was just given."""
    return [row(form, name, standing[name]) for name in asked(form) if name in standing]


def asked(form: BaseForm) -> list[str]:
    return [field.name for field in form.visible_fields()]


def standing_value(record: Model, name: str, standing: Mapping[str, Any] | None) -> Any:
    if standing is not None and name in standing:
        return standing[name]
    value: Any = getattr(record, name, None)
    return list(value.all()) if hasattr(value, "all") else value


def row(form: BaseForm, name: str, there: Any) -> Row:
    field = form.fields[name]
    yours = form.cleaned_data.get(name)
    return Row(str(form[name].label), in_words(there, field), in_words(yours, field))


def raise_version(form: BaseForm, record: Model) -> None:
    """The person has now seen the newer version: sending again replaces that one, and no other."""
    if "version" not in form.fields:
        return
    data = form.data.copy() if isinstance(form.data, QueryDict) else QueryDict("", mutable=True)
    if not isinstance(form.data, QueryDict):
        data.update(form.data)
    data[form.add_prefix("version")] = str(getattr(record, "version", ""))
    form.data = data
