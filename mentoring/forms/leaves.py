"""Saying that a mentor is away."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.models import Leave


class LeaveForm(HouseForm):
    first_day = PlainDateField(label="What is the first day away?")
    last_day = PlainDateField(label="What is the last day away?", help_text="Back the day after.")
    why = forms.ChoiceField(
        label="Why?",
        choices=Leave.Why.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. You need not say more."},
    )
    note = forms.CharField(
        label="Is there something the team should know?",
        help_text="For example, who is waiting for a letter. Only staff read this.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
