"""Was this page of use? Two buttons, a reason if they like, and the number of a page on paper."""

from django import forms
from django.core.exceptions import ValidationError

from common.forms import HouseForm
from pages.models import Feedback
from pages.rules.numbers import key_of


class FeedbackForm(HouseForm):
    useful = forms.ChoiceField(
        label="Was this page of use to you?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )


class WhyForm(HouseForm):
    """`ref` is that of the no, which is kept already."""

    ref = forms.CharField(max_length=12, widget=forms.HiddenInput)
    reason = forms.ChoiceField(label="Why not?", choices=Feedback.Reason.choices, widget=forms.RadioSelect)


class NumberForm(HouseForm):
    number = forms.CharField(
        label="The number of the page",
        help_text="It stands at the foot of the paper, such as 1274.",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_number(self) -> int:
        key = key_of(self.cleaned_data["number"])
        if key is None:
            raise ValidationError("No page has this number. Check it against the paper.")
        return key
