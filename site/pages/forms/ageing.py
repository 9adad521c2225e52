"""Which of the ageing pages somebody wants to see, and when one is to be checked again."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from pages.rules.ageing import State

MINE, NOBODY, LEFT = "mine", "nobody", "left"
KEEPERS = [("", "Anybody"), (MINE, "Me"), (NOBODY, "Nobody"), (LEFT, "Somebody who has left")]
STATES = [
    ("", "All that want looking at"),
    (State.NEVER, "Never checked"),
    (State.LATE, "Late"),
    (State.SOON, "Due within 30 days"),
    ("all", "Everything"),
]


class AgeingForm(HouseForm):
    marks_optional = False
    state = forms.ChoiceField(label="How it stands", choices=STATES, required=False)
    keeper = forms.ChoiceField(label="Kept by", choices=KEEPERS, required=False)

    def __init__(self, *args: Any, keepers: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper"].choices = [*KEEPERS, *keepers]  # type: ignore[attr-defined]  # of a ChoiceField


class CheckedForm(HouseForm):
    review_by = PlainDateField(
        label="When is it to be checked again?", help_text="After this day the page says that it may be out of date."
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_review_by(self) -> date:
        day: date = self.cleaned_data["review_by"]
        if day <= self.today:
            raise forms.ValidationError("Give a day that is still to come.")
        return day
