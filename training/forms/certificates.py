"""The code of a certificate, and what staff do to one."""

from typing import Any

from django import forms

from common.forms import HouseForm
from training.models import Certificate
from training.rules.certificates import is_code

CODE = forms.TextInput({"class": "w20", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"})
NOT_KNOWN = "We know no certificate with this code. Look at it again: it has 11 letters, numbers or signs."


class CodeForm(HouseForm):
    """Nobody hears which letter is wrong: anybody may ask."""

    code = forms.CharField(
        label="Code on the certificate",
        help_text="It stands beside the square pattern. Small letters and spaces will do.",
        max_length=60,
        widget=CODE,
        error_messages={"required": "Enter the code from the certificate."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.certificate: Certificate | None = None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        self.certificate = Certificate.objects.coded(typed).select_related("progress").first()
        if not is_code(typed) or self.certificate is None:
            raise forms.ValidationError(NOT_KNOWN)
        return typed


class WithdrawForm(HouseForm):
    reason = forms.CharField(
        label="Why is it withdrawn?",
        help_text="Only staff read this. For example: given to the wrong person.",
        max_length=300,
        error_messages={"required": "Say why it is withdrawn."},
    )


class PutRightForm(HouseForm):
    name = forms.CharField(
        label="Name as it should stand",
        max_length=100,
        error_messages={"required": "Enter the name as it should stand."},
    )
    reason = forms.CharField(
        label="Why is it given again?",
        help_text="Only staff read this. For example: misspelt, or a new name.",
        max_length=300,
        error_messages={"required": "Say why it is given again."},
    )
