"""Giving back what somebody was half way through writing."""

from typing import Any, Protocol

from django.forms import BaseForm
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from common.refs import is_ref
from mentoring.models import Draft

BLANK = "blank"


class HalfWritten(Protocol):
    """Anything that was kept while somebody typed."""

    @property
    def typed(self) -> dict[str, list[str]]: ...


def answers_from(draft: HalfWritten, *, form: BaseForm) -> dict[str, Any]:
    """The draft as first answers: exactly what was typed, sense or not, and no error before it is sent."""
    typed: MultiValueDict[str, Any] = MultiValueDict(draft.typed)
    return {
        name: field.widget.value_from_datadict(typed, MultiValueDict(), name)
        for name, field in form.fields.items()
        if any(key == name or key.startswith(f"{name}_") for key in typed)
    }


def content_from(data: Any) -> dict[str, list[str]]:
    """What a posted form holds, but for its machinery."""
    machinery = {"csrfmiddlewaretoken", "key", "draft"}
    return {name: values for name, values in data.lists() if name not in machinery and any(values)}


def way_back(draft: Draft) -> str:
    """Where the form can be taken up again: with one person, or the register of a group."""
    if (meeting := "".join(draft.typed.get("meeting", [])[:1])) and is_ref(meeting):
        return f"{reverse('mentoring:meetings-log', args=[meeting])}?draft={draft.ref}"
    if group := "".join(draft.typed.get("register", [])[:1]):
        if group == BLANK:  # begun on a phone without signal: first they choose which group it was
            return f"{reverse('mentoring:registers-choose')}?draft={draft.ref}"
        is_own = group == "own" or not is_ref(group)
        where = reverse("mentoring:registers-take_own") if is_own else reverse("mentoring:registers-take", args=[group])
        return f"{where}?draft={draft.ref}"
    refs = [name.removeprefix("mark_") for name in draft.typed if name.startswith("mark_")]
    where = (
        reverse("mentoring:sessions-log_with", args=refs) if len(refs) == 1 else reverse("mentoring:sessions-log_group")
    )
    return f"{where}?draft={draft.ref}"
