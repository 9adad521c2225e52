"""What happened to a request, on what day, and how we know."""

from typing import Any

from django import forms

from casefiles_support.models import Fact
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm

ADDED = [choice for choice in Fact.Kind.choices if choice[0] != Fact.Kind.MISTAKE]


class FactForm(KeyedForm):
    kind = forms.ChoiceField(
        label="What happened?",
        choices=ADDED,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened"},
    )
    on = PlainDateField(label="On what day?", error_messages={"required": "Enter the day"})
    basis = forms.ChoiceField(
        label="How do we know?",
        choices=Fact.Basis.choices,
        widget=forms.RadioSelect,
        help_text="A day that we assume makes the last day a guess, until they say when they had it.",
        error_messages={"required": "Choose how we know"},
    )
    reason = forms.CharField(
        label="If they asked for more time or said no: what reason did they give?",
        help_text="In a few words. Leave it empty if they gave none.",
        max_length=300,
        required=False,
    )


class PutRightForm(FactForm):
    because = forms.CharField(
        label="What was wrong?", help_text="In a few words, and nothing about what the records say.", max_length=200,
        error_messages={"required": "Say in a few words what was wrong"},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = Fact.Kind.choices


class YesForm(HouseForm):
    """Nothing to fill in: it is sent, or it is not."""


class CloseForm(HouseForm):
    told = forms.BooleanField(
        label="They know how it ended", error_messages={"required": "Tell them how it ended first"}
    )
    offered = forms.BooleanField(
        label="We told them what they can do next",
        help_text="Ask why something is covered, ask others, add their own words, complain. No is an answer too.",
        error_messages={"required": "Tell them what they can do next first"},
    )
