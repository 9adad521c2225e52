"""An organisation that uses a tool says so; somebody here decides whether a page names it."""

from typing import Any

from django import forms

from common.forms import HouseForm
from pages.forms.base import SiftedForm
from pages.models import Adoption
from pages.rules.adoptions import steps_from


class AdoptionForm(SiftedForm):
    organisation = forms.CharField(label="Which organisation?", max_length=120)
    kind = forms.ChoiceField(label="What is it?", choices=Adoption.Kind.choices, widget=forms.RadioSelect)
    change = forms.ChoiceField(
        label="Do you use it as it is?", choices=Adoption.Change.choices, widget=forms.RadioSelect
    )
    how = forms.CharField(
        label="What did you change?", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    link = forms.URLField(label="Where can others see yours?", required=False, assume_scheme="https")
    is_public = forms.BooleanField(label="You may name us on the page of this tool", required=False)
    email = forms.EmailField(
        label="Email of your team", required=False,
        help_text="So that we can tell you of a newer version. Nobody outside our team sees it.",
    )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What they told us, by the names of the record."""
        return {name: answer for name, answer in self.cleaned_data.items() if name not in self.NOT_KEPT}


class DecisionForm(HouseForm):
    step = forms.ChoiceField(label="What do you decide?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, status: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = steps_from(status)  # type: ignore[attr-defined]  # a choice
