"""Somebody who would like to see their file: who they are, if we do not know them yet."""

from typing import Any

from django import forms

from people.forms.persons import NewPersonForm
from people.models import Person


class WayForm(NewPersonForm):
    number = forms.CharField(
        label="If they are here already: their prison number or probation number",
        help_text="One human has one page here. Leave it empty for somebody new.",
        required=False,
        max_length=12,
    )
    field_order = ("number", "preferred_name", "family_name", "born_on", "prison_number", "crn", "team")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.known: Person | None = None

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        if number:
            self.known = Person.objects.visible_to(self.user).numbered(number).first()
            if self.known is None:
                raise forms.ValidationError("We do not know anybody with that number. Leave it empty for somebody new.")
        return number

    def details(self) -> dict[str, Any]:
        """What a page here says of somebody new."""
        return {name: answer for name, answer in self.cleaned_data.items() if name != "number"}
