"""Writing down a step."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.models import Progression

Step = Progression.Step


class StepForm(HouseForm):
    step = forms.ChoiceField(
        label="What happened?",
        choices=[(step, step.label) for step in (Step.MENTOR, Step.LEAD, Step.PAID)],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened"},
    )
    on = PlainDateField(label="When was it?")
    words = forms.CharField(label="In a few words", help_text="The mentor reads this.", max_length=500, required=False)


class OwnStepForm(HouseForm):
    on = PlainDateField(label="When was it?", help_text="A rough date is fine.")
    words = forms.CharField(label="In a few words", max_length=500, required=False)
