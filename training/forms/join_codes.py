"""Making a code of a prison, and bringing one."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from training.forms.learners import JobField, PrisonField
from training.models import Cohort
from training.rules.join_codes import MOST_PLACES


class JoinCodeForm(HouseForm):
    establishment = PrisonField("Which prison is it for?")
    cohort = forms.ModelChoiceField(
        label="Does it lead into a cohort?",
        queryset=Cohort.objects.none(),
        to_field_name="ref",
        required=False,
        empty_label="No",
        help_text="Whoever uses the code is then in that cohort, and on its course.",
    )
    job = JobField("Who is it mostly for?")
    places = forms.IntegerField(label="How many people may use it?", min_value=1, max_value=MOST_PLACES)
    expires_on = PlainDateField(label="Which is the last day it works?")

    def __init__(self, *args: Any, prisons: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = prisons
        cohorts = Cohort.objects.visible_to(user).open().order_by("name", "pk")
        cast(forms.ModelChoiceField, self.fields["cohort"]).queryset = cohorts


class _Code(HouseForm):
    code = forms.CharField(
        label="The code", max_length=40, help_text="Eight letters and numbers, such as 7H2K-Q09V.",
        error_messages={"required": "Type the code that you were given."},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip
    job = JobField("What do you do there?", missing="Choose what you do.")


class BringForm(_Code):
    """By somebody who signs in here already."""


class StartForm(_Code):
    """By somebody who has no login yet."""

    display_name = forms.CharField(
        label="Your name",
        max_length=100,
        help_text="As it should stand on a certificate.",
        error_messages={"required": "Enter your name."},
    )
    email = forms.EmailField(
        label="Work email",
        required=False,
        help_text="We send you a link. If you have no email, leave this empty: you choose a username next.",
    )
