"""One thing that was paid for, with a photograph of its receipt; and sending a claim back."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from common.forms import HouseForm, PlainDateField
from mentoring.actions.claims import Line, Picture
from mentoring.models import ClaimLine
from pages.rules import pictures

TAKEN = "image/jpeg,image/png,image/webp"


class PoundsField(forms.DecimalField):
    """An amount as people write it: 4.80, £4.80, 1,200. Answers a Decimal with at most two places."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"class": "w4", "inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(max_digits=7, decimal_places=2, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("£", "").replace(",", "").strip() if isinstance(value, str) else value)


class ReceiptField(forms.FileField):
    """A photograph, of which only the pixels are passed on: no place where it was taken, no second file behind it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.FileInput({"accept": TAKEN}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Picture | None:
        sent = super().clean(data, initial)
        if not sent:
            return None
        if sent.size > pictures.LARGEST_FILE:
            raise ValidationError(pictures.TOO_BIG, code="file_too_large")
        try:
            content, kind = pictures.rewritten(sent.read())
        except pictures.Refused as refusal:
            raise ValidationError(str(refusal), code="invalid_image") from None
        return Picture(content=content, kind=kind)


class LineForm(HouseForm):
    kind = forms.ChoiceField(
        label="What did you pay for?",
        choices=ClaimLine.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you paid for"},
    )
    spent_on = PlainDateField(label="What day was it?")
    amount = PoundsField(label="How much was it?", help_text="In pounds, such as 4.80. Not for miles.", required=False)
    miles = forms.DecimalField(
        label="How many miles?",
        max_digits=5,
        decimal_places=1,
        widget=forms.TextInput({"class": "w4", "inputmode": "decimal", "autocomplete": "off"}),
        required=False,
    )
    words = forms.CharField(
        label="What was it for?",
        help_text="For example, “train to the prison and back”. No names of people you support.",
        max_length=300,
        error_messages={"required": "Say what it was for. A few words are enough."},
    )
    receipt = ReceiptField(
        label="A photo of the receipt",
        help_text="JPEG or PNG, up to 10 MB. We keep only the picture: not where or when it was taken.",
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["miles"].help_text = f"Only for a car. We pay {settings.MENTOR_MILEAGE_RATE * 100:.0f}p a mile."

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        by_car = answers.get("kind") == ClaimLine.Kind.MILEAGE
        asked, passed_over = ("miles", "amount") if by_car else ("amount", "miles")
        if passed_over in self.errors:
            del self.errors[passed_over]
        answers[passed_over] = None
        if answers.get("kind") and not answers.get(asked) and asked not in self.errors:
            self.add_error(asked, "Enter how many miles" if by_car else "Enter how much it was")
        return answers

    def line(self) -> Line:
        said = self.cleaned_data
        return Line(
            kind=said["kind"],
            spent_on=said["spent_on"],
            words=said["words"],
            amount=said["amount"] or Decimal("0.00"),
            miles=said["miles"],
            picture=said["receipt"],
        )


class SendBackForm(HouseForm):
    because = forms.CharField(
        label="What needs to be put right?",
        help_text="The mentor reads this. Be kind and clear.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what needs to be put right. The mentor reads it."},
    )
