"""What could go wrong, and what is done so that it does not."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.applications import lines
from mentoring.models import RiskAssessment


class RiskForm(HouseForm):
    risks = lines("What could go wrong?", help_text="For them, for others and for us.", required=True)
    safeguards = lines("What do we do so that it goes well?")
    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=RiskAssessment.Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide."},
    )
    look_again_on = PlainDateField(
        label="When should it be looked at again?", error_messages={"required": "Enter a day within a year."}
    )
