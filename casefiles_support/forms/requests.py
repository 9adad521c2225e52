"""Asking a holder for records. Nothing asks why."""

from typing import Any

from django import forms

from casefiles_support.actions.requests import Wish
from casefiles_support.models import AccessRequest, Fact, Holder
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm

Deliver, Scope, Format = AccessRequest.Deliver, AccessRequest.Scope, AccessRequest.Format


def version_seen() -> forms.IntegerField:
    """Which version of the record the person had before them."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


def year(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1900, max_value=2100)


class HolderField(forms.ModelChoiceField):
    """One of those that can be written to."""

    def __init__(self, label: str) -> None:
        super().__init__(
            Holder.objects.working().order_by("name", "pk"), label=label, to_field_name="ref", empty_label="Choose one",
            error_messages={"required": "Choose who may have the records"},
        )  # fmt: skip


class WishForm(HouseForm):
    scope = forms.ChoiceField(
        label="What would they like to see?",
        choices=Scope.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they would like to see"},
    )
    years_from = year("From about which year?")
    years_to = year("To about which year?")
    wants_photographs = forms.BooleanField(label="Photographs", required=False, initial=True)
    wants_letters = forms.BooleanField(label="Letters and cards", required=False, initial=True)
    wants_life_story = forms.BooleanField(label="Life-story work", required=False, initial=True)
    format = forms.ChoiceField(
        label="How should it come?",
        choices=Format.choices,
        widget=forms.RadioSelect,
        initial=Format.PAPER,
        help_text="In prison it has to be paper, unless the governor allowed something else.",
        error_messages={"required": "Choose how it should come"},
    )
    authorised_on = PlainDateField(label="If the governor allowed something else, on what day?", required=False)
    authorised_by_post = forms.CharField(
        label="Who said so?", help_text="The post, not the name.", max_length=120, required=False
    )
    deliver_to = forms.ChoiceField(
        label="Where should it go?",
        choices=Deliver.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it should go"},
    )

    @property
    def said(self) -> dict[str, Any]:
        """What they would like as one answer, `wish`, and the rest as it is."""
        names = Wish.__dataclass_fields__.keys()
        wish = Wish(**{name: self.cleaned_data[name] for name in names})
        return {"wish": wish} | {name: value for name, value in self.cleaned_data.items() if name not in names}


class BeginForm(WishForm, KeyedForm):
    holder = HolderField("Who may have the records?")
    field_order = ("holder", "scope")


class AmendForm(WishForm):
    version = version_seen()


class AuthoriseForm(HouseForm):
    on = PlainDateField(label="On what day did the governor allow it?", error_messages={"required": "Enter the day"})
    post = forms.CharField(
        label="Who said so?", help_text="The post, not the name.", max_length=120,
        error_messages={"required": "Write which post said so"},
    )  # fmt: skip
    version = version_seen()


class PaperOnlyForm(HouseForm):
    version = version_seen()


class PassOnForm(KeyedForm):
    holder = HolderField("To whom did they pass it on?")
    on = PlainDateField(label="On what day?", error_messages={"required": "Enter the day"})
    basis = forms.ChoiceField(
        label="How do we know?",
        choices=[choice for choice in Fact.Basis.choices if choice[0] != Fact.Basis.ASSUMED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how we know"},
    )
    came_along = forms.BooleanField(
        label="They sent our letter along with it", help_text="Then no other letter has to be sent.", required=False
    )
