"""A note on a goal."""

from django import forms

from mentoring.forms.goals import KeyedForm


class GoalNoteForm(KeyedForm):
    text = forms.CharField(
        label="What do you want to keep?",
        help_text="A later mentor reads it only if the person says so.",
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Write what you want to keep"},
    )
