"""What can be said of a council's offer."""

from typing import Any

from django import forms

from common.forms import PlainDateField
from places.forms.places import PlaceForm
from places.models import Offer


class OfferForm(PlaceForm):
    checked_on = PlainDateField(label="When did somebody look?")

    class Meta:
        model = Offer
        fields = ["says", "source", "confidence", "checked_on"]
        widgets = {"says": forms.Textarea(attrs={"rows": 4}), "confidence": forms.RadioSelect}
        help_texts = {
            "says": "In plain words, for whoever reads it. No name of a person.",
            "source": "The address of the page, or which letter.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confidence"].choices = Offer.Confidence.choices  # type: ignore[attr-defined]  # no empty one
        if self.instance.pk is None:
            self.initial["version"] = 0
