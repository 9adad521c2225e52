"""A file of places that somebody brings."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.forms import HouseForm
from places.models import SHEETS, Upload
from places.rules.brought import Unreadable
from places.rules.loading import MOST_BYTES, read
from places.rules.sheets import Row


class UploadForm(HouseForm):
    """Answers `rows` for the chosen kind. Nothing of a file that is too big is read."""

    kind = forms.ChoiceField(label="What is in the file?", choices=Upload.Kind.choices, widget=forms.RadioSelect)
    file = forms.FileField(
        label="The file",
        help_text="A CSV file of up to 2 MB and 10,000 rows, with the columns of our own spreadsheets.",
        widget=forms.ClearableFileInput({"accept": ".csv,text/csv"}),
    )
    rows: list[Row]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "kind" in given and "file" in given:
            try:
                self.rows = self.read(given["kind"], given["file"])
            except Unreadable as found:
                self.add_error("file", ValidationError(str(found)))
        return given

    @staticmethod
    def read(kind: str, file: Any) -> list[Row]:
        if file.size > MOST_BYTES:
            raise Unreadable("This file is bigger than 2 MB. Split it into smaller files.")
        return read(file.read(), SHEETS[kind].columns)
