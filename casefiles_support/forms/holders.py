"""What is known of a holder."""

from typing import Any

from django import forms

from casefiles_support.forms.requests import version_seen
from casefiles_support.models import Holder, Regime
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm
from places.models.areas import Nation

MAYBE = (("", "We do not know"), ("yes", "Yes"), ("no", "No"))
YES_OR_NO = {"yes": True, "no": False}
ASKED = (
    "name", "once_known_as", "kind", "nation", "regime", "address", "email", "telephone", "source", "habit", "advice",
    "has_clearmark", "has_pledged",
)  # fmt: skip


def maybe(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=MAYBE, required=False, widget=forms.RadioSelect)


class HolderForm(HouseForm):
    name = forms.CharField(label="Name", max_length=150, error_messages={"required": "Write its name"})
    once_known_as = forms.CharField(
        label="Earlier names", help_text="So that it is found by the name somebody remembers.", max_length=300,
        required=False,
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="What is it?", choices=Holder.Kind.choices, error_messages={"required": "Choose what it is"}
    )
    nation = forms.ChoiceField(
        label="Where?", choices=Nation.choices, widget=forms.RadioSelect, error_messages={"required": "Choose where"}
    )
    regime = forms.ChoiceField(
        label="By which law?", choices=Regime.choices, widget=forms.RadioSelect, initial=Regime.UK_GDPR,
        error_messages={"required": "Choose by which law"},
    )  # fmt: skip
    address = forms.CharField(
        label="Where do requests go?", help_text="The whole postal address. Somebody else will look at it again.",
        max_length=400, required=False, widget=forms.Textarea({"rows": 5}),
    )  # fmt: skip
    email = forms.EmailField(label="Email", required=False)
    telephone = forms.CharField(label="Telephone", max_length=30, required=False)
    source = forms.CharField(
        label="Where did you find this?", help_text="Such as its own page, and the day.", max_length=300, required=False
    )
    habit = forms.CharField(label="How do they usually send records?", max_length=200, required=False)
    advice = forms.CharField(label="If it is no longer there: whom to ask?", max_length=200, required=False)
    has_clearmark = maybe("Do they have the CLEARmark?")
    has_pledged = maybe("Have they made the ICO’s commitment on care records?")

    @property
    def said(self) -> dict[str, Any]:
        """The answers as the record has them, `told`, and the rest as it is."""
        told = {name: self.cleaned_data[name] for name in ASKED}
        told |= {name: YES_OR_NO.get(told[name]) for name in ("has_clearmark", "has_pledged")}
        return {"told": told} | {name: value for name, value in self.cleaned_data.items() if name not in ASKED}


class AddForm(HolderForm, KeyedForm):
    pass


class EditForm(HolderForm):
    version = version_seen()

    @classmethod
    def initial_of(cls, holder: Holder) -> dict[str, Any]:
        words = {True: "yes", False: "no", None: ""}
        told = {name: getattr(holder, name) for name in ASKED} | {"version": holder.version}
        return told | {name: words[told[name]] for name in ("has_clearmark", "has_pledged")}


class VerifyForm(HouseForm):
    @property
    def said(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"]}

    looked = forms.BooleanField(
        label="I looked this address up myself, and it is right",
        error_messages={"required": "Look the address up yourself first"},
    )
    version = version_seen()


class CloseForm(HouseForm):
    on = PlainDateField(label="On what day was it abolished?", error_messages={"required": "Enter the day"})
    successor = forms.ModelChoiceField(
        Holder.objects.working().order_by("name", "pk"), label="Who has its records now?", to_field_name="ref",
        required=False, empty_label="We do not know",
    )  # fmt: skip
    version = version_seen()
