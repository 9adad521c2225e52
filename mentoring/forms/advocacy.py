"""Asking for something on a person’s behalf."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm
from mentoring.models.advocacy import HOOK_CHOICES, Outcome
from people.models.permissions import How
from places.models import Post

CLOSING = [choice for choice in Outcome.choices if choice[0] != Outcome.DIED]


def words(label: str, help_text: str = "", *, needed: str = "") -> forms.CharField:
    """A box for a few sentences; `needed` is what is said when it must not stay empty and does."""
    return forms.CharField(
        label=label, help_text=help_text, max_length=5000, required=bool(needed), widget=forms.Textarea({"rows": 3}),
        error_messages={"required": needed} if needed else {},
    )  # fmt: skip


class OpenForm(KeyedForm):
    permission_how = forms.ChoiceField(
        label="How did they say yes?",
        help_text="Nothing is asked for anybody who has not said yes.",
        choices=How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Ask the person first, and choose how they said yes"},
    )
    permission_on = PlainDateField(label="When did they say yes?", error_messages={"required": "Enter the day"})
    what = forms.CharField(
        label="What is asked for?",
        max_length=5000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Write what is asked for"},
    )
    hook = forms.ChoiceField(
        label="On what ground?",
        choices=HOOK_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a ground. “A fair question” is one too."},
    )
    to_post = forms.ModelChoiceField(
        label="Who was asked?", queryset=Post.objects.none(), to_field_name="ref", required=False,
        empty_label="Somebody else", help_text="The contact points where they are now.",
    )  # fmt: skip
    to_words = forms.CharField(label="If it is somebody else, who?", max_length=300, required=False)
    asked_on = PlainDateField(label="When was it asked?", error_messages={"required": "Enter the day it was asked"})
    answer_by = PlainDateField(
        label="When is the answer due?", help_text="Leave it empty and we choose a day to look again.", required=False
    )

    def __init__(self, *args: Any, posts: list[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to_post"]
        field.queryset = Post.objects.with_place().filter(pk__in=[post.pk for post in posts]).order_by("title", "pk")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("to_post") and not said.get("to_words") and "to_post" not in self.errors:
            self.add_error("to_words", "Say who was asked: choose a post, or write who it is")
        return said


class StepForm(HouseForm):
    """What each step of an issue asks: when, what was said, and which version the reader saw."""

    on = PlainDateField(label="On what day?", error_messages={"required": "Enter the day"})
    text = words("What was said?")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


class ChaseForm(StepForm):
    answer_by = PlainDateField(label="When will you look again?", error_messages={"required": "Enter the day"})
    field_order = ("on", "text", "answer_by", "seen")


class AnswerForm(StepForm):
    text = words("What did they answer?", needed="Write down what they answered")


class EscalateForm(StepForm):
    to_words = forms.CharField(
        label="Who does it go to now?", max_length=300, error_messages={"required": "Say who it goes to now"}
    )
    hook = forms.ChoiceField(label="On what ground?", choices=HOOK_CHOICES, widget=forms.RadioSelect)
    answer_by = PlainDateField(label="When is the answer due?", required=False)
    field_order = ("to_words", "hook", "on", "text", "answer_by", "seen")


class CloseForm(StepForm):
    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=CLOSING,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what came of it"},
    )
    field_order = ("outcome", "on", "text", "seen")


class TakeBackForm(HouseForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)
