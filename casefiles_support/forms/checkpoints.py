"""What became of a stage: an answer from a list, and a few words of their own."""

from typing import Any

from django import forms

from casefiles_support.forms.offers import own_words
from casefiles_support.models import Checkpoint
from casefiles_support.rules.checkpoints import STAGES
from common.forms import PlainDateField
from mentoring.forms.goals import KeyedForm

Outcome = Checkpoint.Outcome
SAID = [(Outcome.DONE, "Done"), (Outcome.NOT_NOW, "Not now"), (Outcome.NO_THANKS, "No, thank you")]


class RecordForm(KeyedForm):
    """The questions of one stage. `answers` gathers what was ticked, by the names that the rules know."""

    outcome = forms.ChoiceField(
        label="What became of it?", help_text="Each answer is a whole one.", choices=SAID, widget=forms.RadioSelect,
        error_messages={"required": "Choose what became of it"},
    )  # fmt: skip
    on = PlainDateField(label="On what day?", error_messages={"required": "Enter the day"})
    person_present = forms.BooleanField(label="They were there", required=False, initial=True)
    next_review_on = PlainDateField(label="If not now: when may we ask again?", required=False)
    words = own_words()

    def __init__(self, *args: Any, code: str, went_ahead: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = STAGES[code].answers
        for name, question in self.asked.items():
            self.fields[f"a_{name}"] = forms.MultipleChoiceField(
                label=question.words, choices=list(question.answers.items()), required=False,
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip
        self.order_fields(["outcome", *(f"a_{name}" for name in self.asked), "words"])
        if went_ahead:  # that was their own word, and stays
            outcome: Any = self.fields["outcome"]
            outcome.choices = [(Outcome.WENT_AHEAD.value, Outcome.WENT_AHEAD.label)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        ticked = {name: said.pop(f"a_{name}", []) for name in self.asked}
        return said | {"answers": {name: values for name, values in ticked.items() if values}}


class GoAheadForm(KeyedForm):
    words = own_words("In your own words")
