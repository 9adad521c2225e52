"""Asking for a second look at a refusal, and looking."""

from typing import Any

from django import forms

from common.forms import HouseForm
from mentoring.forms.applications import lines


class AppealForm(HouseForm):
    grounds = lines("What should be looked at again?", help_text="A few words are enough.", required=True)


class SecondLookForm(HouseForm):
    changed = forms.ChoiceField(
        label="What do you decide?",
        choices=[("no", "The decision stands"), ("yes", "The decision changes: the application goes on")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    words = lines("What do you tell them?", help_text="They are given these words.", required=True)

    def clean_changed(self) -> Any:
        return self.cleaned_data["changed"] == "yes"
