"""Of which year the figures are."""

from collections.abc import Sequence
from typing import Any

from django import forms

from common.forms import HouseForm


class YearForm(HouseForm):
    """Whole years only: two spans that overlap could be taken from each other, and tell what is not shown."""

    year = forms.TypedChoiceField(label="Received in", coerce=int, empty_value=None, required=False)

    marks_optional = False

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        self.fields["year"].initial = years[0]
        self.newest = years[0]

    @property
    def chosen(self) -> int:
        return (self.cleaned_data.get("year") if self.is_valid() else None) or self.newest
