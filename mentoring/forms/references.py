"""Naming referees, what they are asked, and judging what they said."""

from typing import Any

from django import forms

from common.forms import HouseForm
from mentoring.forms.applications import REACH, line, lines
from mentoring.rules.references import MUST, QUESTIONS


class RefereeForm(HouseForm):
    name = line("Their name", required=True, error="Enter the name of the person to ask.")
    known_as = line("How do they know each other?", most=200)
    email = forms.EmailField(label="Email address", required=False, max_length=254)
    reach = line("Or another way to reach them", help_text=REACH, most=300)


class ReferenceForm(HouseForm):
    """The five questions."""

    how_long = lines(QUESTIONS["how_long"], required="how_long" in MUST, rows=2)
    strengths = lines(QUESTIONS["strengths"], rows=3)
    reliable = lines(QUESTIONS["reliable"], rows=3)
    worries = lines(QUESTIONS["worries"], rows=3)
    recommend = lines(QUESTIONS["recommend"], required="recommend" in MUST, rows=2)

    def said(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in QUESTIONS}


class JudgeForm(HouseForm):
    accepted = forms.ChoiceField(
        label="Do you accept this reference?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no."},
    )
    words = lines("If not, why not?", help_text="They may be given these words.")

    def clean_accepted(self) -> Any:
        return self.cleaned_data["accepted"] == "yes"


class TakeBackForm(HouseForm):
    words = lines("Why does it count no longer?", help_text="They may be given these words.", required=True)
