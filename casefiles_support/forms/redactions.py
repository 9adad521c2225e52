"""What was covered. There is no box for what stands there."""

from django import forms

from casefiles_support.models import Redaction
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm


def day(label: str) -> PlainDateField:
    return PlainDateField(label=label, error_messages={"required": "Enter the day"})


def version_seen() -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


def one_of(label: str, choices: list[tuple[str, str]], needed: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, help_text=help_text,
        error_messages={"required": needed},
    )  # fmt: skip


class NoteForm(KeyedForm):
    category = one_of(
        "What is covered?", Redaction.Category.choices, "Choose what is covered",
        "Only the kind. What stands there is never written down here.",
    )  # fmt: skip
    pages = forms.IntegerField(
        label="On how many pages?", min_value=1, max_value=30_000,
        error_messages={"required": "Write how many pages"},
    )  # fmt: skip
    reason_given = forms.BooleanField(label="They said why", required=False)


class PutRightForm(NoteForm):
    version = version_seen()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["key"]


class OnForm(HouseForm):
    """One day: of a letter, of a call."""

    on = day("On what day?")


class AnswerForm(HouseForm):
    result = one_of("What came of asking?", Redaction.Result.choices, "Choose what came of it")
    on = day("On what day did the answer come?")
    version = version_seen()


class NothingForm(HouseForm):
    """A step that asks nothing."""
