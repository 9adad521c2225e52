"""Questions about papers that are announced and that come: what is seen on the outside, and nothing else."""

from collections.abc import Sequence
from typing import Any

from django import forms

from accounts.models import User
from casefiles_support.actions.parcels import Arrival
from casefiles_support.hands import Hand
from casefiles_support.models import Parcel, Place
from casefiles_support.rules.holding_moves import KEPT
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm

PERSON, OTHER = "person", "other"
SEALED = {"yes": True, "no": False, "unknown": None}


def version() -> forms.IntegerField:
    """Which version they saw."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


def day(label: str) -> PlainDateField:
    return PlainDateField(label=label, error_messages={"required": "Enter the day"})


def one_of(label: str, choices: Sequence[tuple[str, str]], needed: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, help_text=help_text, error_messages={"required": needed}
    )


def somebody(label: str) -> forms.ChoiceField:
    """One of our staff, the person, or somebody from elsewhere. Nobody who is a peer mentor."""
    return one_of(label, [], "Choose who it was")


def their_name() -> forms.CharField:
    return forms.CharField(
        label="If it is somebody else: their name, and where they work", max_length=100, required=False
    )


class HandsForm(KeyedForm):
    """`hands`: the questions that ask for somebody; each has a box for the name of somebody from elsewhere."""

    hands: tuple[str, ...] = ("given", "taken")

    def __init__(self, *args: Any, staff: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = {user.ref: user for user in staff}
        ours = [(user.ref, str(user)) for user in staff]
        for name in self.hands:
            field: Any = self.fields[name]
            field.choices = [(PERSON, "The person themselves"), *ours, (OTHER, "Somebody else")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in self.hands:
            if said.get(name) == OTHER and not said.get(f"{name}_name"):
                self.add_error(f"{name}_name", "Write their name, and where they work")
        return said

    def hand(self, name: str) -> Hand:
        who = self.cleaned_data[name]
        if who == PERSON:
            return Hand(is_person=True)
        return Hand(staff=self.staff.get(who), words="" if who in self.staff else self.cleaned_data[f"{name}_name"])


def _containers() -> forms.IntegerField:
    return forms.IntegerField(label="How many boxes or envelopes?", min_value=1, max_value=100, initial=1)


def _carrier() -> forms.ChoiceField:
    return one_of("What is it?", Parcel.Carrier.choices, "Choose what it is")


class AnnounceForm(KeyedForm):
    on = day("When did the holder say so?")
    carrier = _carrier()
    containers = _containers()


class ReceiveForm(HandsForm):
    on = day("On what day did it come?")
    by = one_of("How did it come?", Parcel.By.choices, "Choose how it came")
    carrier = _carrier()
    containers = _containers()
    stated_pages = forms.IntegerField(
        label="How many pages, if it says so on the outside?", min_value=1, max_value=100_000, required=False
    )
    opened = one_of(
        "Was it opened before it reached you?",
        Parcel.Opened.choices,
        "Say honestly whether it was opened",
        "Ask whoever gave it to you. The person is told what you choose here. Do not open it yourself.",
    )
    sealed = one_of("Is it sealed now?", [("yes", "Yes"), ("no", "No"), ("unknown", "I cannot tell")], "Choose one")
    place = one_of("Where is it now?", [(place, Place(place).label) for place in KEPT], "Choose where it is now")
    given = somebody("Who gave it?")
    given_name = their_name()
    taken = somebody("Who took it?")
    taken_name = their_name()

    @property
    def said(self) -> dict[str, Any]:
        said, names = self.cleaned_data, ("on", "place", "by", "opened", "containers", "carrier", "stated_pages")
        arrival = Arrival(
            given=self.hand("given"), taken=self.hand("taken"), sealed=SEALED[said["sealed"]],
            **{name: said[name] for name in names},
        )  # fmt: skip
        return {"arrival": arrival, **{name: said[name] for name in ("key", "version") if name in said}}


class ArriveForm(ReceiveForm):
    version = version()


class TellForm(HouseForm):
    on = day("On what day were they told?")
    version = version()


class ReviewForm(HouseForm):
    on = day("On what day did you talk it over with them?")
    version = version()
