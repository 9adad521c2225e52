"""Deciding on an application, in words that the person is given."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.applications import lines
from mentoring.models import MentorApplication

GIVEN = "They are given these words. Be plain and kind."
NOT_STAFFS = {MentorApplication.Reason.OWN_CHOICE}


def reason() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="What is the reason?",
        choices=[choice for choice in MentorApplication.Reason.choices if choice[0] not in NOT_STAFFS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reason."},
    )


class DeclineForm(HouseForm):
    reason = reason()
    words = lines("What do you tell them?", help_text=GIVEN, required=True)


class DeferForm(HouseForm):
    reason = reason()
    words = lines("What do you tell them?", help_text=GIVEN, required=True)
    look_again_on = PlainDateField(
        label="When will you look at it again?", error_messages={"required": "Enter the day on which you will look."}
    )


class WithdrawForm(HouseForm):
    words = lines("Would you like to say why?", help_text="You do not have to.", rows=2)


class ConfirmForm(HouseForm):
    """One button, nothing to fill in."""
