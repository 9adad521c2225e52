"""Asking for a talk after a hard session."""

from django import forms

from common.forms import HouseForm


class AskForm(HouseForm):
    note = forms.CharField(
        label="What would help? (if you like)",
        help_text="For example, a good time to ring. You need not say what happened.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    marks_optional = False
