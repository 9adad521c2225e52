"""Naming who is beside somebody, and the person’s yes."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from casefiles_support.models import Supporter
from casefiles_support.rules.supporters import CONFLICT
from common.forms import HouseForm, PlainDateField


class NameForm(HouseForm):
    """`login` or `mentor`, as the role has it."""

    no_conflict = forms.BooleanField(label="Nothing stands between them: I asked", help_text=CONFLICT, required=False)

    def __init__(self, *args: Any, role: str, who: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = "mentor" if role == Supporter.Role.PEER_MENTOR else "login"
        self.fields[name] = forms.ModelChoiceField(
            label="Who?", queryset=who, to_field_name="ref", empty_label=None, widget=forms.RadioSelect,
            help_text="Those who are trained for this now.", error_messages={"required": "Choose who it is"},
        )  # fmt: skip
        self.order_fields([name, "no_conflict"])


class AgreeForm(HouseForm):
    on = PlainDateField(label="When did they say yes?", error_messages={"required": "Enter the day"})


class StepInForm(HouseForm):
    because = forms.CharField(
        label="Why do you step in?", help_text="The person is told that you did.", max_length=300,
        widget=forms.Textarea({"rows": 2}), error_messages={"required": "Say why you step in"},
    )  # fmt: skip
