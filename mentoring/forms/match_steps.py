"""What is asked at each step of a match: little, and never why more than somebody wants to say."""

from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.models.match_steps import NoReason, PauseReason, Told, What

OURS = [(what.value, what.label) for what in Told if what != Told.HERE]
YES, NO = "yes", "no"


class AnswerForm(HouseForm):
    """The mentor's own answer, on their own page."""

    answer = forms.ChoiceField(
        label="Would you like to walk alongside them?",
        choices=[(YES, "Yes, I would"), (NO, "No, not this time")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no. Both are fine."},
    )
    reason = forms.ChoiceField(
        label="If not, why?",
        help_text="You do not have to say.",
        choices=NoReason.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class YesForm(HouseForm):
    """A yes that somebody tells us, and we write down."""

    told = forms.ChoiceField(
        label="How did they tell you?",
        choices=OURS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they told you."},
    )
    said_on = PlainDateField(
        label="On which day?", error_messages={"required": "Say on which day, such as 14 11 2026."}
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"said_on": today})
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_said_on(self) -> date | None:
        day: date | None = self.cleaned_data["said_on"]
        if day is not None and day > self.today:
            raise forms.ValidationError("The day they said so cannot be in the future.")
        return day


class NoForm(HouseForm):
    what = forms.ChoiceField(
        label="Who said no?",
        choices=[
            (What.PERSON_NO, "The person"),
            (What.MENTOR_NO, "The mentor"),
            (What.TAKEN_BACK, "Neither: we take it back"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who said no."},
    )
    reason = forms.ChoiceField(
        label="Why?",
        help_text="Nobody has to give a reason.",
        choices=NoReason.choices,
        initial=NoReason.NO_REASON,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. “Would rather not say” is an answer too."},
    )
    note = forms.CharField(
        label="Is there anything to remember for next time?",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class PauseForm(HouseForm):
    reason = forms.ChoiceField(
        label="Why does it wait?",
        help_text="The mentor reads this.",
        choices=[(str(reason.label), reason.label) for reason in PauseReason],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it waits."},
    )
    note = forms.CharField(
        label="Anything staff should know",
        help_text="The mentor does not read this.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
