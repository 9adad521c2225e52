"""Taking a story back: the code, and nothing else."""

from django import forms

from common.sheet_codes import tidy_code, why_not_a_code
from pages.forms.base import SiftedForm


class TakeBackForm(SiftedForm):
    code = forms.CharField(
        label="Your code",
        help_text="It stands on the paper that you got when you said yes, such as 7H2K-Q9VX.",
        max_length=20,
        widget=forms.TextInput({"class": "w10", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter the code from your paper, such as 7H2K-Q9VX."},
    )

    def clean_code(self) -> str:
        """Whether it can be a code at all; never whether there is such a story."""
        typed: str = self.cleaned_data["code"]
        if reasons := why_not_a_code(typed):
            raise forms.ValidationError(reasons[0])
        return tidy_code(typed)
