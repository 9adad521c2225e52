"""Having something put right. What is wrong, and what is true, is asked for only on the page that is printed."""

from django import forms

from casefiles_support.forms.redactions import day, one_of, version_seen
from casefiles_support.models import Correction
from common.forms import HouseForm
from mentoring.forms.goals import KeyedForm

LONGEST = 6_000


class BeginForm(KeyedForm):
    kind = one_of("What would they like?", Correction.Kind.choices, "Choose what they would like")


class StepForm(HouseForm):
    on = day("On what day?")
    version = version_seen()


class AnswerForm(HouseForm):
    result = one_of("What came of it?", Correction.Result.choices, "Choose what came of it")
    on = day("On what day?")
    version = version_seen()


class StatementForm(HouseForm):
    """Printed and not kept: neither here, nor as a draft, nor when somebody is signed out while they write."""

    unkept_words = forms.CharField(
        label="Your own words", max_length=LONGEST, strip=True,
        widget=forms.Textarea({"rows": 14, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Write something first, or print an empty page to write on by hand"},
    )  # fmt: skip
    large_print = forms.BooleanField(label="Large print", required=False)
