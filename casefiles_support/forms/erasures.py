"""Deleting all of it."""

from typing import Any

from django import forms

from casefiles_support.forms.redactions import day, one_of
from casefiles_support.models import Erasure
from common.forms import HouseForm


class AskForm(HouseForm):
    sure = forms.BooleanField(
        label="All of it is to be deleted, and nobody can bring it back",
        error_messages={"required": "Tick this, or leave it as it is"},
    )

    def clean(self) -> dict[str, Any]:
        """The tick is no answer that anybody keeps."""
        super().clean()
        return {}


class TellForm(HouseForm):
    how = one_of("How were they told?", Erasure.How.choices, "Choose how they were told")
    on = day("On what day?")


class AgreeForm(AskForm):
    """The second name."""
