"""When a mentor has time: a week of tick boxes, and days that are different."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.rules.availabilities import DAYS, PARTS


class WeekForm(HouseForm):
    marks_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day, name in DAYS.items():
            self.fields[day] = forms.MultipleChoiceField(
                label=name, choices=list(PARTS.items()), widget=forms.CheckboxSelectMultiple, required=False
            )

    def pattern(self) -> list[str]:
        return [f"{day}_{part}" for day in DAYS for part in self.cleaned_data[day]]


def first_answers(pattern: list[str], version: int) -> dict[str, Any]:
    answers: dict[str, Any] = {day: [part for part in PARTS if f"{day}_{part}" in pattern] for day in DAYS}
    return answers | {"version": version}


class DayForm(HouseForm):
    marks_optional = False
    day = PlainDateField(label="Which day is different?")
    parts = forms.MultipleChoiceField(
        label="When do you have time on that day?",
        help_text="Tick nothing if you have no time at all.",
        choices=list(PARTS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
