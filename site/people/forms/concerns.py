"""What is asked about a worry: little, since somebody may fill it in with shaking hands. And what a lead answers."""

from typing import Any

from django import forms

from common.forms import HouseForm
from common.refs import new_ref
from people.models import Person
from people.models.concerns import CloseReason, ConcernSetting, HowUrgent, Under18
from places.models import Establishment

SOMEBODY_ELSE = "Somebody else"


class RaiseForm(HouseForm):
    marks_optional = False  # “optional” beside “who” would say that it does not matter

    about = forms.ModelChoiceField(
        label="Who are you worried about?",
        queryset=Person.objects.none(),
        to_field_name="ref",
        required=False,
        empty_label=SOMEBODY_ELSE,
        widget=forms.RadioSelect,
    )
    about_name = forms.CharField(
        label="If it is somebody else, what is their name?",
        help_text="Or whatever you know: a first name, or “the man in the next cell”.",
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    setting = forms.ChoiceField(
        label="Where are they?",
        choices=ConcernSetting.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where they are. “I do not know” is an answer too."},
    )
    where_note = forms.CharField(
        label="Which prison, town or place, if you know?",
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    under_18 = forms.ChoiceField(
        label="Are they under 18?",
        choices=Under18.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. “I am not sure” is an answer too."},
    )
    urgency = forms.ChoiceField(
        label="How soon does somebody need to look at this?",
        choices=HowUrgent.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how soon."},
    )
    worry = forms.CharField(
        label="What worries you?",
        help_text="What you saw or heard, in your own words. You do not need to be sure.",
        max_length=10_000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": "Say what worries you. A few words are enough."},
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, people: list[Person], about: Person | None, **kwargs: Any) -> None:
        """`people` are those to choose from, `about` the one whose page led here."""
        kwargs.setdefault("initial", {"key": new_ref(), "about": about.ref if about else None})
        super().__init__(*args, **kwargs)
        if people:
            chosen = Person.objects.filter(pk__in=[person.pk for person in people]).order_by("search_name", "pk")
            self.fields["about"].queryset = chosen  # type: ignore[attr-defined]
        else:
            del self.fields["about"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        typed.setdefault("about", None)
        if typed["about"] is None and not typed.get("about_name") and "about" not in self.errors:
            self.add_error("about_name", "Say who you are worried about. If you do not know their name, say so.")
        return typed


class TriageForm(HouseForm):
    setting = forms.ChoiceField(label="Where are they?", choices=ConcernSetting.choices, widget=forms.RadioSelect)
    under_18 = forms.ChoiceField(label="Are they under 18?", choices=Under18.choices, widget=forms.RadioSelect)
    urgency = forms.ChoiceField(label="How urgent is it?", choices=HowUrgent.choices, widget=forms.RadioSelect)


class ReferForm(HouseForm):
    to = forms.CharField(
        label="Who have you passed it on to?",
        help_text="The team, and the name of the person you spoke with.",
        max_length=300,
        error_messages={"required": "Say who you passed it on to."},
    )
    number = forms.CharField(label="Their reference number", required=False, max_length=60)
    prison = forms.ModelChoiceField(
        label="Should a prison’s staff be able to read it here?",
        help_text="They see the worry and whom it is about, not who raised it. Leave it empty if it is about them.",
        queryset=Establishment.objects.order_by("name", "pk"),
        to_field_name="ref",
        required=False,
        empty_label="No",
    )


class CloseForm(HouseForm):
    reason = forms.ChoiceField(
        label="Why can it be closed?",
        choices=CloseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it can be closed."},
    )
    note = forms.CharField(
        label="Anything to add?", required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )
