"""Questions about what somebody wants."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from common.refs import new_ref, ref_from
from mentoring.models import Goal, Topic
from mentoring.models.carrying_on import Consent
from mentoring.models.progress import SETTLED


class KeyedForm(HouseForm):
    """A form that makes one record however often it is sent: `key` comes with it."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, initial=new_ref)

    def clean_key(self) -> str:
        return ref_from(self.cleaned_data["key"])


def goal_words() -> forms.CharField:
    return forms.CharField(
        label="What do they want?",
        help_text="In their own words. Short is good.",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Write what they want, in their own words"},
    )


class GoalForm(KeyedForm):
    words = goal_words()
    topic = forms.ChoiceField(
        label="What is it about?",
        choices=Topic.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about"},
    )
    hoped_for_by = PlainDateField(label="Is there a day they hope for?", required=False)


class RewordForm(HouseForm):
    words = goal_words()
    topic = forms.ChoiceField(label="What is it about?", choices=Topic.choices, widget=forms.RadioSelect)
    hoped_for_by = PlainDateField(label="Is there a day they hope for?", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


class SettleForm(HouseForm):
    to = forms.ChoiceField(
        label="What became of it?",
        help_text="People change their minds, and that is fine.",
        choices=[(progress.value, progress.label) for progress in SETTLED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what became of it"},
    )
    on = PlainDateField(label="On what day?", error_messages={"required": "Enter the day"})


class AskForm(HouseForm):
    answer = forms.ChoiceField(
        label="May their next mentor see this goal?",
        help_text="Ask them. It is theirs to say, and they can change their mind.",
        choices=[choice for choice in Consent.choices if choice[0] != Consent.NOT_ASKED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they said"},
    )


def answers_of(goal: Goal) -> dict[str, Any]:
    return {name: getattr(goal, name) for name in ("words", "topic", "hoped_for_by", "version")}
