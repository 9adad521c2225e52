"""What should be there and is not."""

from django import forms

from casefiles_support.forms.redactions import day, one_of, version_seen
from casefiles_support.models import MissingItem
from common.forms import HouseForm
from mentoring.forms.goals import KeyedForm


def year(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1900, max_value=2200)


class NoteForm(KeyedForm):
    kind = one_of("What is missing?", MissingItem.Kind.choices, "Choose what is missing")
    years_from = year("From about which year, if they know?")
    years_to = year("To about which year?")


class ChaseForm(HouseForm):
    on = day("On what day did you ask again?")
    version = version_seen()


class AnswerForm(HouseForm):
    result = one_of("What came of asking?", MissingItem.Result.choices, "Choose what came of it")
    on = day("On what day did the answer come?")
    version = version_seen()
