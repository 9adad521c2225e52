"""Complaining: what about, of a list. The letter itself is written among the letters."""

from typing import Any, cast

from django import forms

from casefiles_support.forms.redactions import day, one_of, version_seen
from casefiles_support.models import Complaint
from casefiles_support.rules.complaints import OUTCOMES
from common.forms import HouseForm
from mentoring.forms.goals import KeyedForm


class SendForm(KeyedForm):
    about = one_of("What is it about?", Complaint.About.choices, "Choose what it is about")
    on = day("On what day was it sent?")


class StepForm(HouseForm):
    on = day("On what day?")
    version = version_seen()


class AnswerForm(HouseForm):
    outcome = forms.ChoiceField(
        label="What did they say?", widget=forms.RadioSelect, error_messages={"required": "Choose what came of it"}
    )
    records_came = forms.BooleanField(
        label="What was asked for came with it", required=False, help_text="The records, or the rest of them."
    )
    on = day("On what day?")
    version = version_seen()

    def __init__(self, *args: Any, to: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        possible = [(value, label) for value, label in Complaint.Outcome.choices if value in OUTCOMES[to]]
        cast(forms.ChoiceField, self.fields["outcome"]).choices = possible
        if to == Complaint.To.REGULATOR:
            del self.fields["records_came"]
