"""What somebody signed, and how they show who they are."""

from django import forms

from casefiles_support.models import Proof
from common.forms import HouseForm, PlainDateField


class SignForm(HouseForm):
    signed_on = PlainDateField(label="On what day did they sign?", error_messages={"required": "Enter the day"})
    valid_until = PlainDateField(
        label="Until what day is it good?", help_text="Leave it empty for six months.", required=False
    )
    may_receive = forms.BooleanField(label="It says that we may receive the records for them", required=False)
    sighted_on = PlainDateField(label="On what day did you see it?", error_messages={"required": "Enter the day"})


class ProofForm(HouseForm):
    kind = forms.ChoiceField(
        label="How do they show who they are?",
        help_text="We write down which it was. We keep no copy and no number.",
        choices=Proof.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they show who they are"},
    )
    sighted_on = PlainDateField(label="If you have seen it: on what day?", required=False)
