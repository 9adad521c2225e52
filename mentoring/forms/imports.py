"""A file from another system."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.forms import HouseForm
from mentoring.models.imports import Import
from mentoring.reading import MOST_BYTES, Unreadable, read
from places.rules.sheets import Row


class ImportForm(HouseForm):
    """Answers `rows`. Nothing of a file that is too big is read."""

    marks_optional = False

    kind = forms.ChoiceField(label="What is in the file?", choices=Import.Kind.choices, widget=forms.RadioSelect)
    source = forms.CharField(
        label="Where does it come from?",
        help_text="The name of the other system. Say it the same way each time, so that no row comes in twice.",
        max_length=40,
    )
    file = forms.FileField(
        label="The file",
        help_text="A CSV file of up to 5 MB and 5,000 rows.",
        widget=forms.ClearableFileInput({"accept": ".csv,text/csv"}),
    )
    reason = forms.CharField(
        label="Why do you bring it in?",
        help_text="We keep your answer. Do not write anyone’s name in it.",
        min_length=10,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rows: list[Row]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "kind" in given and "file" in given:
            try:
                if given["file"].size > MOST_BYTES:
                    raise Unreadable("This file is bigger than 5 MB. Split it into smaller files.")
                self.rows = read(given["file"].read(), given["kind"])
            except Unreadable as found:
                self.add_error("file", ValidationError(str(found)))
        return given


class UndoForm(HouseForm):
    reason = forms.CharField(
        label="Why do you take it back?",
        help_text="We keep your answer. Do not write anyone’s name in it.",
        min_length=10,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
