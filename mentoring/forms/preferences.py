"""What somebody would like of a mentor. Nothing here must be answered."""

from typing import Any

from django import forms

from common.forms import HouseForm
from mentoring.models import Preferences
from mentoring.models.preferences import AgeBand, Gender, Interest, Language, MentorGender

NOT_SAID = ("", "They have not said")
NO_MATTER = ("", "It does not matter, or they have not said")


class PreferencesForm(HouseForm):
    marks_optional = False

    languages = forms.MultipleChoiceField(
        label="Languages they speak with ease",
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    mentor_gender = forms.ChoiceField(
        label="Would they like a mentor who is…",
        choices=[*MentorGender.choices, NO_MATTER],
        required=False,
        widget=forms.RadioSelect,
    )
    age_band = forms.ChoiceField(
        label="How old should a mentor be, if they could choose?",
        choices=[*AgeBand.choices, NO_MATTER],
        required=False,
        widget=forms.RadioSelect,
    )
    interests = forms.MultipleChoiceField(
        label="What do they like?", choices=Interest.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    gender = forms.ChoiceField(
        label="Their own gender, as they say it",
        choices=[*Gender.choices, NOT_SAID],
        required=False,
        widget=forms.RadioSelect,
    )
    notes = forms.CharField(
        label="Is there anything else that would make a good match?",
        help_text="In their words where you can. Never what they were convicted of.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


def answers_of(found: Preferences | None) -> dict[str, Any]:
    """What was said before, by the names of the form."""
    if found is None:
        return {"version": 0}
    return {name: getattr(found, name) for name in PreferencesForm.base_fields}
