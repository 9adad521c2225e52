"""Writing down what a holder wrote or said. What the letter says is asked for nowhere."""

from typing import Any, cast

from django import forms

from casefiles_support.models import Reply
from casefiles_support.rules import replies as rules
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm


class ReplyForm(KeyedForm):
    kind = forms.ChoiceField(
        label="What came?", widget=forms.RadioSelect, error_messages={"required": "Choose what came"}
    )
    way = forms.ChoiceField(
        label="How?", choices=Reply.Way.choices, widget=forms.RadioSelect, error_messages={"required": "Choose how"}
    )
    on = PlainDateField(
        label="On what day?", help_text="The day on the letter, or the day of the call.",
        error_messages={"required": "Enter the day"},
    )  # fmt: skip
    reason = forms.CharField(
        label="If they gave a reason: which, in a few words?", max_length=300, required=False,
        help_text="Only what they say about time or about saying no. Nothing from the records, and no names.",
    )  # fmt: skip
    asks_until = PlainDateField(label="Do they want an answer by a day?", required=False)

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(slug, rules.KINDS[slug].words) for slug in rules.offered(state)]
        cast(forms.ChoiceField, self.fields["kind"]).choices = offered


class ExplainForm(HouseForm):
    on = PlainDateField(label="When did you go through it with them?", error_messages={"required": "Enter the day"})
