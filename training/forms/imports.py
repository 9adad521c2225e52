"""A list of staff as a file."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from common.forms import HouseForm
from places.reading import MOST_BYTES, Unreadable, read_sheet
from places.rules.sheets import Row
from training.columns import SHEET
from training.forms.learners import PrisonField
from training.models import Cohort
from training.rules.imports import MOST_ROWS


class ImportForm(HouseForm):
    """Answers `rows`. Nothing of a file that is too big is read."""

    establishment = PrisonField("Where do they work?")
    cohort = forms.ModelChoiceField(
        label="Put them in a cohort?",
        queryset=Cohort.objects.none(),
        to_field_name="ref",
        required=False,
        empty_label="No",
    )
    file = forms.FileField(
        label="The file",
        help_text=f"A CSV file of up to {MOST_ROWS} rows.",
        widget=forms.ClearableFileInput({"accept": ".csv,text/csv"}),
    )
    rows: list[Row]

    def __init__(self, *args: Any, prisons: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = prisons
        cohorts = Cohort.objects.visible_to(user).open().order_by("name", "pk")
        cast(forms.ModelChoiceField, self.fields["cohort"]).queryset = cohorts

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "file" in given:
            try:
                if given["file"].size > MOST_BYTES:
                    raise Unreadable("This file is bigger than 5 MB. Split it into smaller files.")
                self.rows = read_sheet(given["file"].read(), SHEET, most=MOST_ROWS)
            except Unreadable as found:
                self.add_error("file", ValidationError(str(found)))
        return given
