"""What was done about a concern."""

from django import forms

from common.forms import HouseForm


class NoteForm(HouseForm):
    text = forms.CharField(
        label="What was done?",
        help_text="It cannot be changed afterwards. Put a mistake right with another note.",
        max_length=10_000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Say what was done."},
    )
