"""Which figures: from when, until when, and by what."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from common.dates import LONDON
from common.filters import FIRST_DAY, LAST_DAY, YEARS
from common.forms import HouseForm

BY = [("month", "Month"), ("team", "Team"), ("establishment", "Prison"), ("setting", "Where people met")]


def a_day(label: str) -> forms.DateField:
    limits = [MinValueValidator(FIRST_DAY, message=YEARS), MaxValueValidator(LAST_DAY, message=YEARS)]
    box = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=box, validators=limits, required=False)


class FiguresForm(HouseForm):
    since = a_day("From")
    until = a_day("To")
    by = forms.ChoiceField(label="Count by", choices=BY, required=False)

    marks_optional = False

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day cannot be before the first.")
        return said

    def window(self, *, first: date, today: date) -> tuple[datetime, datetime]:
        """From the first midnight to the one after the last day, in London; without answers `first` and `today`."""
        said = self.cleaned_data if self.is_valid() else {}
        since, until = said.get("since") or first, said.get("until") or today
        return (
            datetime.combine(since, time.min, LONDON),
            datetime.combine(until + timedelta(days=1), time.min, LONDON),
        )

    @property
    def chosen(self) -> str:
        return (self.cleaned_data.get("by") if self.is_valid() else "") or "month"
