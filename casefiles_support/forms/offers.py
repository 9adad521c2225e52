"""Asking somebody whether they would like to know, and writing down what they said."""

from django import forms

from common.forms import PlainDateField
from mentoring.forms.goals import KeyedForm


def own_words(label: str = "What did they say?") -> forms.CharField:
    """Their own words, few of them, sealed. Never anything that a record says."""
    return forms.CharField(
        label=label, help_text="Only if they want it kept. A few words; nothing that is in the records.",
        max_length=300, required=False, widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip


class OfferForm(KeyedForm):
    in_private = forms.BooleanField(
        label="I asked them themselves, and nobody could overhear",
        required=False,
        help_text="Never at reception only, and never in front of an officer.",
    )
    outcome = forms.ChoiceField(
        label="What did they say?",
        help_text="Each answer is a whole one.",
        choices=[("done", "Yes, I would like to know"), ("not_now", "Not now"), ("no_thanks", "No, thank you")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they said"},
    )
    on = PlainDateField(label="When did you ask?", error_messages={"required": "Enter the day"})
    next_review_on = PlainDateField(
        label="If not now: when may we ask again?", help_text="Leave it empty for three months.", required=False
    )
    words = own_words()
