"""What is asked about a way to reach somebody."""

from typing import Any

from django import forms

from common.forms import HouseForm
from people.models.contact_points import ContactKind
from people.rules.contact_points import problem, tidy

SAFE = "They say it is safe to use"


class ContactPointForm(HouseForm):
    kind = forms.ChoiceField(
        label="What kind is it?",
        choices=ContactKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind it is."},
    )
    value = forms.CharField(
        label="The number or address",
        max_length=300,
        widget=forms.Textarea({"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter the number or address."},
    )
    safe_to_use = forms.BooleanField(
        label=SAFE, help_text="Nobody else reads their messages or answers their phone.", required=False
    )
    safe_note = forms.CharField(
        label="Is there anything to mind?",
        help_text="For example: ring after 6pm; never leave a message.",
        required=False,
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("kind") and typed.get("value"):
            typed["value"] = tidy(kind=typed["kind"], value=typed["value"])
            if wrong := problem(kind=typed["kind"], value=typed["value"]):
                self.add_error("value", wrong)
        return typed


class CheckedForm(HouseForm):
    """After ringing or meeting them."""

    safe_to_use = forms.BooleanField(label=SAFE, required=False)


class CodeForm(HouseForm):
    """The person reads the code out; whoever is with them types it in."""

    code = forms.CharField(
        label="What is the code?",
        max_length=12,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "input--code"}),
        error_messages={"required": "Enter the six numbers."},
    )
    safe_to_use = forms.BooleanField(
        label=SAFE, help_text="Nobody else reads their messages or answers their phone.", required=False
    )
