"""Asking for a DBS check and deciding on it. A picture of the certificate is never taken."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.applications import line, lines
from mentoring.models import DbsCheck


class AskForm(HouseForm):
    level = forms.ChoiceField(
        label="Which level does the role need?",
        help_text="In adult prisons an enhanced check without the barred lists is usual for regular work.",
        choices=[choice for choice in DbsCheck.Level.choices if choice[0] != DbsCheck.Level.NONE],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the level that the role needs."},
    )


class NotNeededForm(HouseForm):
    words = lines("Why does the role need no check?", required=True, rows=2)


class DecideForm(HouseForm):
    outcome = forms.ChoiceField(
        label="What does the certificate say?",
        choices=DbsCheck.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it says."},
    )
    number = line("Number of the certificate", most=40)
    issued_on = PlainDateField(label="Day of the certificate", error_messages={"required": "Enter its date."})
    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[choice for choice in DbsCheck.Decision.choices if choice[0] != DbsCheck.Decision.NOT_NEEDED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide."},
    )
    words = lines("What did you weigh up?", help_text="They may be given these words.")
