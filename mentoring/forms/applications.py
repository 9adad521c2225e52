"""What is asked of somebody who would like to mentor: a few words at first, then the application."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm
from common.sheet_codes import tidy_code
from mentoring.actions.applications import Answers, Referee
from mentoring.models import MentorApplication, PaperSheet
from places.models import Establishment, Team

REACH = "A telephone number or an address."


def line(label: str, *, help_text: str = "", required: bool = False, most: int = 100, error: str = "") -> Any:
    errors = {"required": error} if error else None
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, error_messages=errors)


def lines(label: str, *, help_text: str = "", required: bool = False, most: int = 5000, rows: int = 4) -> Any:
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, widget=box)


class InterestForm(HouseForm):
    """Open to everybody. `website` is for machines: people never see it. `opened` says when the page was drawn."""

    name = line("What do you like to be called?", required=True, most=60, error="Tell us what you like to be called.")
    team = forms.ModelChoiceField(
        label="Where would you like to help?",
        queryset=Team.objects.none(),
        to_field_name="ref",
        empty_label="Choose the nearest",
        error_messages={"required": "Choose where you would like to help."},
    )
    email = forms.EmailField(label="Email address", required=False, max_length=254)
    phone = line("Telephone number", help_text="Give us one of the two, so that we can answer.", most=40)
    message = lines("Is there anything you would like to say?", help_text="A few words are fine.", most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["team"]).queryset = Team.objects.order_by("name")


class PublicInterestForm(InterestForm):
    website = line("Leave this empty", most=200)
    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)


class PaperInterestForm(InterestForm):
    """Keyed in by staff: from a paper form, or for somebody who rang."""

    family_name = line("Surname", most=100)
    establishment = forms.ModelChoiceField(
        label="Which prison are they in?",
        help_text="Leave it empty for somebody who is not in prison.",
        queryset=Establishment.objects.none(),
        to_field_name="ref",
        required=False,
    )
    sheet_code = line("Code on the paper, if it has one", most=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = Establishment.objects.order_by("name")

    def clean_sheet_code(self) -> str:
        code: str = self.cleaned_data["sheet_code"]
        if code and PaperSheet.objects.filter(code=tidy_code(code)).exists():
            raise forms.ValidationError("This is one of our sheets. Type it in under “Paper sheets”.")
        return code


class InviteForm(HouseForm):
    number = line(
        "If they are here already: their prison number or probation number",
        help_text="One human has one page here, also when they mentor. Leave it empty for somebody new.",
        most=12,
    )


class LoginForm(HouseForm):
    email = forms.EmailField(
        label="Their email address",
        required=False,
        max_length=254,
        help_text="Leave it empty to print a slip with a code instead.",
    )


class ApplicationForm(HouseForm):
    """May be kept half-written at any point."""

    why = lines("Why would you like to be a mentor?", required=True)
    experience = lines("What have you lived through, or done, that would help?")
    availability = lines("When could you meet people?", rows=2)
    support = lines("What would you need from us?", help_text="Reading, travel, time, anything.", rows=2)
    convictions_told = forms.ChoiceField(
        label="Do you have any convictions, cautions or charges?",
        help_text="A yes is no bar. Many of our mentors have convictions. You need to tell us only once.",
        choices=MentorApplication.Told.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no. A yes is no bar."},
    )
    convictions = lines(
        "Tell us about them in your own words",
        help_text="What and when is enough. Only the programme manager and the safeguarding lead read this.",
    )

    referee1_name = line(
        "Somebody who knows you well: their name", required=True, error="Name two people whom we may ask about you."
    )
    referee1_known_as = line("How do you know each other?", most=200)
    referee1_email = forms.EmailField(label="Their email address", required=False, max_length=254)
    referee1_reach = line("Or another way to reach them", help_text=REACH, most=300)
    referee2_name = line(
        "Somebody else who knows you: their name", required=True, error="Name two people whom we may ask about you."
    )
    referee2_known_as = line("How do you know each other?", most=200)
    referee2_email = forms.EmailField(label="Their email address", required=False, max_length=254)
    referee2_reach = line("Or another way to reach them", help_text=REACH, most=300)

    def answers(self) -> Answers:
        return Answers(**{name: self.cleaned_data[name] for name in Answers.__dataclass_fields__})

    def referees(self) -> list[Referee]:
        parts = ("name", "known_as", "email", "reach")
        return [Referee(**{part: self.cleaned_data[f"referee{n}_{part}"] for part in parts}) for n in (1, 2)]


class SeenForm(HouseForm):
    """The button of the next step: it says which stage it was on, so that two clicks are one step."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)
