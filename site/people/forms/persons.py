"""What is asked about a person."""

from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from people.models import Need, Person
from people.rules.persons import problems, tidy_number
from places.models import Team

NUMBERS = {"class": "w10", "autocomplete": "off", "spellcheck": "false"}


class PersonForm(HouseForm):
    preferred_name = forms.CharField(
        label="What do they like to be called?",
        max_length=60,
        widget=forms.TextInput({"class": "w20", "autocomplete": "off"}),
        error_messages={"required": "Enter the name they like to be called."},
    )
    family_name = forms.CharField(
        label="Surname", max_length=100, required=False, widget=forms.TextInput({"class": "w20", "autocomplete": "off"})
    )
    born_on = PlainDateField(label="Date of birth", required=False)
    prison_number = forms.CharField(
        label="Prison number",
        help_text="Such as A1234BC.",
        required=False,
        max_length=20,
        widget=forms.TextInput(NUMBERS),
    )
    crn = forms.CharField(
        label="Probation number (CRN)",
        help_text="Such as X123456.",
        required=False,
        max_length=20,
        widget=forms.TextInput(NUMBERS),
    )
    needs = forms.MultipleChoiceField(
        label="How do they like to be written and spoken to?",
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs_note = forms.CharField(
        label="Is there anything to know when you write or speak to them?",
        help_text="What helps, in their words where you can. Never why they are in prison.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "preferred_name" not in typed or "born_on" not in typed:
            return typed
        for name in ("prison_number", "crn"):
            typed[name] = tidy_number(typed.get(name, ""))
        asked = {name: typed[name] for name in ("preferred_name", "born_on", "prison_number", "crn")}
        for name, sentence in problems(**asked, today=self.today).items():
            self.add_error(name, sentence)
        return typed


class NewPersonForm(PersonForm):
    team = forms.ModelChoiceField(
        label="Which team looks after them?",
        queryset=Team.objects.none(),
        to_field_name="ref",
        error_messages={"required": "Choose the team."},
    )

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["team"]
        field.queryset = teams  # type: ignore[attr-defined]
        if len(teams) == 1:
            field.empty_label = None  # type: ignore[attr-defined]


class EditPersonForm(PersonForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)


def answers_of(person: Person) -> dict[str, Any]:
    """What the record says, as the form asks for it."""
    names = ("preferred_name", "family_name", "prison_number", "crn", "needs", "needs_note", "version")
    return {**{name: getattr(person, name) for name in names}, "born_on": person.born}
