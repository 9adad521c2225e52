"""A rest, a return, a suspension."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.models import Standing

Why = Standing.Why
LONGEST = 2000
OWN_WORDS = {Why.TIRED: "I need a rest", Why.UNWELL: "I am not well"}


def box(label: str, help_text: str, **kwargs: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, widget=widget, **kwargs)


class RestForm(HouseForm):
    why = forms.ChoiceField(
        label="Why?",
        choices=[(why, why.label) for why in (Why.TIRED, Why.UNWELL, Why.FAMILY, Why.WORK, Why.OTHER)],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. You need not say more."},
    )
    until = PlainDateField(label="Until when?", help_text="Leave it empty if you do not know.", required=False)
    words = box("Is there something to say about it?", "Staff and the mentor read this.", required=False)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            field: Any = self.fields["why"]
            field.choices = [(value, OWN_WORDS.get(Why(value), label)) for value, label in field.choices]


class SuspendForm(HouseForm):
    why = forms.ChoiceField(
        label="Why?",
        choices=[(why, why.label) for why in (Why.CONCERN, Why.BOUNDARIES, Why.CHECKS, Why.OTHER)],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one"},
    )
    words = box("What do you say to the mentor?", "They read this. Be honest and kind: it is not a verdict.")
    staff_reason = box("Why, for the record?", "Only managers and the safeguarding lead read this.")


class LiftForm(HouseForm):
    words = box("What do you say to the mentor?", "They read this.")
    staff_reason = box("What was found?", "Only managers and the safeguarding lead read this.")
