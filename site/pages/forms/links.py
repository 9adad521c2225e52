"""What somebody found who followed a link out of our site."""

from django import forms

from common.forms import HouseForm
from pages.models.links import LinkCheck


class LinkCheckForm(HouseForm):
    outcome = forms.ChoiceField(
        label="What did you find?",
        choices=LinkCheck.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what you found."},
    )
