"""A step along somebody’s own way, and its end."""

from typing import Any

from django import forms

from casefiles_support.rules.journeys import STEPS, steps_from
from common.forms import HouseForm


class SeenForm(HouseForm):
    """Names the version that the reader saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


class StepForm(SeenForm):
    to = forms.ChoiceField(
        label="Where are they now?", widget=forms.RadioSelect, error_messages={"required": "Choose where they are now"}
    )
    field_order = ("to", "seen")

    def __init__(self, *args: Any, status: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.choices = [(to, STEPS[to].words) for to in steps_from(status)]
