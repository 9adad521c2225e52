"""What is asked when a person allows something to be shared."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Model

from common.forms import HouseForm, PlainDateField
from people.models.permissions import How, What
from people.rules.permissions import problems
from places.models import Establishment, LocalAuthority, Organisation, Post, ProbationRegion

PARTNERS: dict[str, tuple[str, type[Model]]] = {
    "establishment": ("Prisons", Establishment),
    "authority": ("Councils", LocalAuthority),
    "probation_region": ("Probation regions", ProbationRegion),
    "organisation": ("Other organisations", Organisation),
    "post": ("One contact point only", Post),
}


def partners() -> list[tuple[str, Any]]:
    """Everybody with whom something can be shared, in groups; each is named `establishment:7h2kq09vxt4m`."""
    groups: list[tuple[str, Any]] = [("", "Choose")]
    for kind, (label, model) in PARTNERS.items():
        found = model._default_manager.all()
        found = found.contact_points().select_related(*_places()) if kind == "post" else found  # type: ignore[attr-defined]
        names = sorted((str(record), f"{kind}:{record.ref}") for record in found)  # type: ignore[attr-defined,union-attr]
        if names:
            groups.append((label, [(value, name) for name, value in names]))
    return groups


def _places() -> tuple[str, ...]:
    return ("establishment", "authority", "probation_region", "organisation", "team")


class PermissionForm(HouseForm):
    what = forms.ChoiceField(
        label="What may be shared?",
        choices=What.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what may be shared."},
    )
    partner = forms.ChoiceField(
        label="Who may it be shared with?",
        help_text="Nothing else is shared without “their name and how to speak with them”.",
        error_messages={"required": "Choose who it may be shared with."},
    )
    withheld_from = forms.CharField(
        label="Is there anybody who must not be told?",
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )
    withheld_reason = forms.CharField(
        label="Why not, if they said?", required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )
    given_on = PlainDateField(label="When did they say so?", error_messages={"required": "Enter the date."})
    how = forms.ChoiceField(
        label="How did they say so?",
        choices=How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they said so."},
    )
    until = PlainDateField(label="Until when?", help_text="Leave empty until they say stop.", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"given_on": today})
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["partner"].choices = partners()  # type: ignore[attr-defined]

    def clean_partner(self) -> Model:
        kind, _, ref = self.cleaned_data["partner"].partition(":")
        found = PARTNERS[kind][1]._default_manager.filter(ref=ref).first()
        if found is None:
            raise forms.ValidationError("Choose who it may be shared with.")
        return found

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if {"given_on", "until"} <= set(typed) and typed["given_on"]:
            for name, sentence in problems(given_on=typed["given_on"], until=typed["until"], today=self.today).items():
                self.add_error(name, sentence)
        return typed
