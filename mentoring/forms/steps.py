"""One small step."""

from django import forms

from mentoring.forms.goals import KeyedForm


class StepForm(KeyedForm):
    words = forms.CharField(
        label="A small step",
        help_text="Something that can be done before you next meet.",
        max_length=200,
        error_messages={"required": "Write the step"},
    )
