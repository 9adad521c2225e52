"""What a person lets a mentor read of earlier times."""

from django import forms

from common.forms import HouseForm, PlainDateField
from people.models.permissions import How


class NoteReleaseForm(HouseForm):
    sessions = forms.BooleanField(
        label="What was written about earlier meetings",
        help_text="One-to-one meetings only. Notes of groups speak of others too.",
        required=False,
    )
    goal_notes = forms.BooleanField(label="What was written about earlier goals", required=False)
    how = forms.ChoiceField(
        label="How did they say so?",
        choices=How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they said so"},
    )
    until = PlainDateField(label="Is there a last day?", required=False)
