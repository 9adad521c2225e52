"""Looking back: ticks, and no box for words."""

from django import forms

from casefiles_support.forms.redactions import day, one_of
from casefiles_support.models import Evaluation
from casefiles_support.rules.evaluations import HELPED, HURT
from mentoring.forms.goals import KeyedForm


def ticks(label: str, words: dict[str, str]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(words.items()), widget=forms.CheckboxSelectMultiple, required=False
    )


class LookBackForm(KeyedForm):
    holder_offered_support = one_of("Did they offer any support?", Evaluation.Yes.choices, "Choose one")
    holder_explained = one_of("Did they explain what was covered?", Evaluation.Yes.choices, "Choose one")
    kept_informed = one_of("Did they tell you how it was going?", Evaluation.Yes.choices, "Choose one")
    helped = ticks("What helped?", HELPED)
    hurt = ticks("What hurt?", HURT)
    on = day("On what day was this said?")
