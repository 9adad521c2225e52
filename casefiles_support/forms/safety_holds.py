"""Asking not to hand over today."""

from django import forms

from casefiles_support.forms.parcels import day
from common.forms import HouseForm


class AskForm(HouseForm):
    because = forms.CharField(
        label="Why?", help_text="Short, and about today. They are told.", max_length=300,
        widget=forms.Textarea({"rows": 2}), error_messages={"required": "Say why"},
    )  # fmt: skip


class AnswerForm(HouseForm):
    """Nothing to answer but yes."""


class TellForm(HouseForm):
    on = day("On what day were they told?")
