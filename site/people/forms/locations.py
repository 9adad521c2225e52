"""What is asked when somebody has moved."""

from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from people.models import LocationEpisode
from people.models.locations import ReleaseUnknown, Source, Standing, WhereKind
from people.rules.locations import may_move
from places.models import Establishment, LocalAuthority


class MoveForm(HouseForm):
    kind = forms.ChoiceField(
        label="Where are they now?",
        choices=WhereKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where they are."},
    )
    establishment = forms.ModelChoiceField(
        label="Which prison?", queryset=Establishment.objects.order_by("name"), to_field_name="ref", required=False
    )
    place_note = forms.CharField(
        label="What do you know about the place?",
        help_text="Only if you do not know which prison it is, or for another place, such as a hospital’s name.",
        required=False,
        max_length=200,
    )
    authority = forms.ModelChoiceField(
        label="Which council’s area is it in?",
        queryset=LocalAuthority.objects.order_by("name"),
        to_field_name="ref",
        required=False,
    )
    legal_state = forms.ChoiceField(
        label="Which of these is true?",
        choices=Standing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. “None of these” is an answer too."},
    )
    started_on = PlainDateField(label="Since when are they there?", error_messages={"required": "Enter the date."})
    expected_release_on = PlainDateField(label="When do they expect to be released?", required=False)
    release_unknown_because = forms.ChoiceField(
        label="If there is no release date, why?",
        choices=[("", "There is one, or they are not in custody"), *ReleaseUnknown.choices],
        required=False,
    )
    source = forms.ChoiceField(
        label="Who told us?",
        choices=Source.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who told us."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)

    def __init__(self, *args: Any, current: LocationEpisode | None, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"seen": current.ref if current else "", "started_on": today})
        super().__init__(*args, **kwargs)
        self.current, self.today = current, today

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if {"kind", "legal_state", "started_on", "expected_release_on", "establishment"} - set(typed):
            return typed
        wrong = may_move(
            kind=typed["kind"],
            legal_state=typed["legal_state"],
            has_establishment=typed["establishment"] is not None,
            note=typed.get("place_note", ""),
            started_on=typed["started_on"],
            today=self.today,
            current_started_on=self.current.started_on if self.current else None,
            expected_release_on=typed["expected_release_on"],
        )
        for name, sentence in wrong.items():
            self.add_error(name, sentence)
        return typed
