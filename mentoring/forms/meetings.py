"""Planning a meeting, moving it and calling it off."""

from datetime import date, datetime, time
from typing import Any, cast

from django import forms

from common.dates import LONDON
from common.forms import HouseForm, MinutesField, PlainDateField, PlainTimeField
from mentoring.actions.meetings import Occasion
from mentoring.forms.circumstances import YES
from mentoring.models import Cause, Group, Match, Medium, Meeting, Repeat, Setting
from mentoring.rules.repeats import moment
from mentoring.rules.sessions import LONGEST_MINUTES
from places.models import Establishment

ONCE = "once"


class WhenForm(HouseForm):
    """The day and the time on the clock in London."""

    on = PlainDateField(label="What day?", error_messages={"required": "Enter the day"})
    starts = PlainTimeField(
        label="What time?", help_text="For example, 2.30pm or 14:30.", error_messages={"required": "Enter the time"}
    )

    def starts_at(self) -> datetime:
        return moment(self.cleaned_data["on"], self.cleaned_data["starts"])


class PlanForm(WhenForm):
    whom = forms.ChoiceField(label="Who with?", error_messages={"required": "Choose who with"})
    minutes = MinutesField(label="For how long?", help_text="In minutes.", most=LONGEST_MINUTES, initial=60)
    setting = forms.ChoiceField(
        label="Where?",
        choices=Setting.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where"},
    )
    establishment = forms.ModelChoiceField(
        label="Which prison?",
        queryset=Establishment.objects.none(),
        to_field_name="ref",
        empty_label="Choose a prison",
        required=False,
    )
    where = forms.CharField(
        label="What place? (if you like)",
        help_text="For example, the library or a café. No home addresses.",
        max_length=100,
        required=False,
    )
    medium = forms.ChoiceField(
        label="How?",
        choices=Medium.choices,
        widget=forms.RadioSelect,
        initial=Medium.IN_PERSON,
        error_messages={"required": "Choose how"},
    )
    every = forms.ChoiceField(
        label="How often?",
        choices=[(ONCE, "Once"), *Repeat.Every.choices],
        widget=forms.RadioSelect,
        initial=ONCE,
    )
    until = PlainDateField(
        label="Until when?", help_text="The last day it may be on, up to a year from the first.", required=False
    )
    marks_optional = False
    field_order = ["whom", "on", "starts", "minutes", "every", "until", "setting", "establishment", "where", "medium"]

    def __init__(self, *args: Any, matches: list[Match], groups: list[Group], staff: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = Establishment.objects.order_by("name")
        self.whoms: dict[str, Match | Group] = {f"g-{group.ref}": group for group in groups}
        self.whoms |= {f"m-{match.ref}": match for match in matches}
        words = [
            (name, f"{one.person.preferred_name} with {one.mentor}" if staff else one.person.preferred_name)
            if isinstance(one, Match)
            else (name, one.name)
            for name, one in self.whoms.items()
        ]
        cast(forms.ChoiceField, self.fields["whom"]).choices = [("", "Choose"), *words]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("setting") == Setting.CUSTODY and not said.get("establishment"):
            self.add_error("establishment", "Choose which prison")
        if said.get("every") not in (None, ONCE) and not said.get("until") and "until" not in self.errors:
            self.add_error("until", "Enter the last day it may be on")
        if said.get("every") == ONCE:
            self.errors.pop("until", None)
        return said

    def chosen(self) -> Match | Group:
        return self.whoms[self.cleaned_data["whom"]]

    def occasion(self) -> Occasion:
        said = self.cleaned_data
        in_custody = said["setting"] == Setting.CUSTODY
        return Occasion(
            minutes=said["minutes"],
            setting=said["setting"],
            medium=said["medium"],
            establishment=said["establishment"] if in_custody else None,
            where="" if in_custody else said["where"],
        )

    def again(self) -> dict[str, Any] | None:
        """How it repeats, for the action; None for once."""
        said = self.cleaned_data
        if said["every"] == ONCE:
            return None
        first: date = said["on"]
        wall: time = said["starts"]
        return {"every": said["every"], "first_day": first, "wall_time": wall, "until": said["until"]}


class CallOffForm(HouseForm):
    asked_by = forms.ChoiceField(
        label="Who asked?",
        choices=Meeting.Asker.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who asked"},
    )
    cause = forms.ChoiceField(
        label="Why?", choices=Cause.choices, widget=forms.RadioSelect, error_messages={"required": "Choose why"}
    )


class MoveForm(CallOffForm, WhenForm):
    field_order = ["on", "starts", "asked_by", "cause"]


def first_answers(meeting: Meeting) -> dict[str, Any]:
    """What the plan knows already, as the first answers of the form that logs it."""
    starts = meeting.starts_at.astimezone(LONDON)
    same = ("minutes", "setting", "establishment", "where", "medium")
    return {name: getattr(meeting, name) for name in same} | {
        "held_on": starts.date(),
        "held_at": starts.time(),
        "planned": YES,
        "happened": YES,
    }
