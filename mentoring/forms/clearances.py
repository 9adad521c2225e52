"""The steps to a prison's clearance."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.applications import lines
from mentoring.models import Clearance, ClearanceStep
from mentoring.rules.clearances import next_steps
from places.models import Establishment


class BeginForm(HouseForm):
    establishment = forms.ModelChoiceField(
        label="Which prison?",
        queryset=Establishment.objects.none(),
        to_field_name="ref",
        empty_label="Choose a prison",
        error_messages={"required": "Choose a prison."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = Establishment.objects.order_by("name")


class StepForm(HouseForm):
    to = forms.ChoiceField(
        label="What happened?", widget=forms.RadioSelect, error_messages={"required": "Choose what happened."}
    )
    valid_from = PlainDateField(label="If they are cleared: from when?", required=False)
    valid_until = PlainDateField(label="If they are cleared: until when?", required=False)
    reason = forms.ChoiceField(
        label="If they were refused: why?",
        choices=[("", "They were not refused"), *ClearanceStep.Reason.choices],
        required=False,
    )
    words = lines("What did the prison say?", help_text="The person is given these words.")

    def __init__(self, *args: Any, clearance: Clearance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = dict(Clearance.Status.choices)
        steps = cast(forms.ChoiceField, self.fields["to"])
        steps.choices = [(step, words[step]) for step in next_steps(clearance.status)]
