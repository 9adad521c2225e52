"""The talk with somebody who wants to mentor."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.applications import lines
from mentoring.models import Interview


class InterviewForm(HouseForm):
    held_on = PlainDateField(label="When did you meet?", error_messages={"required": "Enter the day you met."})
    how = forms.ChoiceField(
        label="How did you meet?",
        choices=Interview.How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you met."},
    )
    strengths = lines("What do they bring?", required=True)
    needs = lines("What do they need from us?")
    advice = forms.ChoiceField(
        label="What do you advise?",
        choices=Interview.Advice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
