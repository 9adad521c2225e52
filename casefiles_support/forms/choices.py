"""One thing that somebody chooses."""

from typing import Any

from django import forms

from casefiles_support.forms.offers import own_words
from casefiles_support.models import Topic
from casefiles_support.rules.choices import A_DAY, ANSWERS
from common.forms import PlainDateField
from mentoring.forms.goals import KeyedForm


class ChooseForm(KeyedForm):
    words = own_words("In your own words")

    def __init__(self, *args: Any, topic: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = Topic(topic).label
        self.fields["value"] = (
            PlainDateField(label=label, error_messages={"required": "Enter a day"})
            if topic == A_DAY
            else forms.ChoiceField(
                label=label, choices=list(ANSWERS[topic].items()), widget=forms.RadioSelect,
                error_messages={"required": "Choose an answer"},
            )
        )  # fmt: skip
        self.order_fields(["value", "words"])

    def clean_value(self) -> str:
        return str(self.cleaned_data["value"])  # a day as 2027-03-01


class TakeBackForm(KeyedForm):
    """Only the key that makes it happen once."""
