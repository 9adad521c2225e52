"""What is said of a reflection, of a practice that was watched, and of what somebody else had said."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from training.models import Assessment
from training.rules.assessments import LONGEST, MET, MORE


class MarkForm(HouseForm):
    outcome = forms.ChoiceField(
        label="Is it enough?", widget=forms.RadioSelect,
        choices=[(MET, "Yes: they thought about what was asked"), (MORE, "Not yet: they think about it once more")],
    )  # fmt: skip
    words = forms.CharField(
        label="What do you say to them?", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="They read this. Say what you valued. If it is not enough, say what is missing.",
    )  # fmt: skip
    written_at = forms.DateTimeField(widget=forms.HiddenInput, required=False)


class SignOffForm(HouseForm):
    criteria = forms.MultipleChoiceField(label="What did you see?", widget=forms.CheckboxSelectMultiple, required=False)
    outcome = forms.ChoiceField(
        label="How was it?", widget=forms.RadioSelect,
        choices=[(MET, "Done well: I saw all of it"), (MORE, "Not yet: they try it again")],
    )  # fmt: skip
    words = forms.CharField(
        label="What was it like?", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="They read this. Write what you saw them do, without the name of anybody else.",
    )  # fmt: skip
    on = PlainDateField(label="On what day did you watch?")

    def __init__(self, *args: Any, criteria: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criteria"].choices = criteria  # type: ignore[attr-defined]  # a field with choices


class CheckForm(HouseForm):
    AGREES = [("yes", "Yes: I would have said the same"), ("no", "No")]

    agrees = forms.ChoiceField(label="Do you agree?", choices=AGREES, widget=forms.RadioSelect)
    action = forms.CharField(
        label="What is done about it?", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="If you do not agree. What the learner has stays theirs.",
    )  # fmt: skip


def criteria_of(block: Any) -> list[tuple[str, str]]:
    return [(one["id"], one["says"]) for one in block["value"]["criteria"]]


def seen_of(assessment: Assessment) -> list[str]:
    """In words, what was ticked."""
    block = assessment.asks
    return [says for name, says in criteria_of(block) if name in assessment.criteria] if block else []
