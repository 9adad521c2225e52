"""Questions about where papers go."""

from typing import Any

from django import forms

from casefiles_support.forms.parcels import HandsForm, day, one_of, somebody, their_name, version
from casefiles_support.models import Place
from casefiles_support.rules.holding_moves import places_from
from common.forms import HouseForm
from mentoring.forms.goals import KeyedForm


class MoveForm(HandsForm):
    to = one_of("Where does it go?", [], "Choose where it goes")
    on = day("On what day?")
    given = somebody("Who gives it?")
    given_name = their_name()
    taken = somebody("Who takes it?")
    taken_name = their_name()
    person_agreed = forms.BooleanField(label="The person agreed to this", required=False)
    signed_twice = forms.BooleanField(label="Both have signed the receipt", required=False)
    version = version()

    def __init__(self, *args: Any, frm: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.choices = [(place, Place(place).label) for place in places_from(frm)]

    @property
    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = ("to", "on", "person_agreed", "signed_twice", "version", "key")
        return {name: said[name] for name in names} | {"given": self.hand("given"), "taken": self.hand("taken")}


class LoseForm(KeyedForm):
    on = day("On what day was it missed?")
    version = version()


class SureForm(HouseForm):
    """Nothing to answer but that it is so."""

    version = version()


class DestroyForm(HandsForm):
    hands = ("witness",)
    witness = somebody("Who saw it done?")
    witness_name = their_name()
    version = version()

    @property
    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"witness": self.hand("witness"), "version": said["version"], "key": said["key"]}
