"""What is asked about somebody who would like a mentor: little, and never whether they are entitled to one."""

from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from common.refs import new_ref
from mentoring.actions.referrals import Agreed, Details
from mentoring.models.referral_choices import AgreedHow, Care, Source, Where, Wish
from mentoring.rules.referrals import why_not_agreed
from people.rules.persons import problems, tidy_number
from places.models import Establishment

QUIET = {"autocomplete": "off", "spellcheck": "false"}
NOT_HERE = ("", "I am not sure, or none of these")
TOLD = [(how.value, how.label) for how in AgreedHow if how != AgreedHow.OWN]


class AboutForm(HouseForm):
    """About somebody, whoever asks. `key` makes one referral of a form that is sent twice."""

    preferred_name = forms.CharField(
        label="What do they like to be called?",
        max_length=60,
        widget=forms.TextInput({"class": "w20"} | QUIET),
        error_messages={"required": "Enter the name they like to be called."},
    )
    family_name = forms.CharField(
        label="Surname", required=False, max_length=100, widget=forms.TextInput({"class": "w20"} | QUIET)
    )
    care = forms.ChoiceField(
        label="Have they ever been in care?",
        help_text="Any time in care counts: one night or a whole childhood, long ago or now.",
        choices=Care.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. “Not sure” is an answer too."},
    )
    where = forms.ChoiceField(
        label="Where are they now?",
        choices=Where.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where they are."},
    )
    place_note = forms.CharField(
        label="Which prison or town?", required=False, max_length=200, widget=forms.TextInput(QUIET)
    )
    reach = forms.CharField(
        label="How can we reach them safely?",
        help_text="Such as a number, an address or somebody to ask. Leave it out if it is not safe.",
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 2} | QUIET),
    )
    wishes = forms.MultipleChoiceField(
        label="What would help?", choices=Wish.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    asked_for = forms.CharField(
        label="Is there anything else we should know?",
        help_text="In their words where you can. Never what they were convicted of.",
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": new_ref()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.today = today

    def details(self) -> Details:
        typed = self.cleaned_data
        names = set(Details.__dataclass_fields__) & set(typed)
        return Details(**{"source": Source.SELF} | {name: typed[name] for name in names})


class ReferForm(AboutForm):
    """For partners and staff, who know more; from paper too."""

    field_order: tuple[str, ...] = (
        "source", "preferred_name", "family_name", "born_on", "prison_number", "crn", "care", "where", "establishment",
        "place_note", "reach", "wishes", "asked_for", "referrer_name", "referrer_contact", "sheet", "key",
    )  # fmt: skip
    source = forms.ChoiceField(
        label="Who asks for a mentor?",
        choices=Source.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who asks."},
    )
    born_on = PlainDateField(label="Date of birth", required=False)
    prison_number = forms.CharField(
        label="Prison number", required=False, max_length=20, widget=forms.TextInput({"class": "w10"} | QUIET)
    )
    crn = forms.CharField(
        label="Probation number (CRN)", required=False, max_length=20, widget=forms.TextInput({"class": "w10"} | QUIET)
    )
    establishment = forms.ModelChoiceField(
        label="Which prison?",
        queryset=Establishment.objects.order_by("name"),
        to_field_name="ref",
        required=False,
        empty_label=NOT_HERE[1],
    )
    referrer_name = forms.CharField(
        label="Who told you about them, if it was somebody else?",
        required=False,
        max_length=200,
        widget=forms.TextInput(QUIET),
    )
    referrer_contact = forms.CharField(
        label="How can we reach whoever told you?", required=False, max_length=200, widget=forms.TextInput(QUIET)
    )
    sheet = forms.CharField(
        label="Number of the paper sheet, if there was one",
        required=False,
        max_length=20,
        widget=forms.TextInput({"class": "w10"} | QUIET),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "preferred_name" not in typed or "born_on" not in typed:
            return typed
        asked: dict[str, Any] = {name: tidy_number(typed.get(name) or "") for name in ("prison_number", "crn")}
        asked |= {name: typed[name] for name in ("preferred_name", "born_on")}
        for name, sentence in problems(**asked, today=self.today).items():
            self.add_error(name, sentence)
        if typed.get("establishment") and typed.get("where") != Where.INSIDE:
            self.add_error("establishment", "Choose a prison only for somebody who is in prison.")
        return typed


class PermissionForm(HouseForm):
    """The person's own yes, before anything is shared."""

    how = forms.ChoiceField(
        label="How did they say yes?",
        choices=AgreedHow.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they said yes. If nobody has asked them yet, ask them first."},
    )
    agreed_on = PlainDateField(
        label="On which day?", error_messages={"required": "Say on which day, such as 14 11 2026."}
    )
    whom = forms.CharField(
        label="Who did they say it to?",
        max_length=200,
        widget=forms.TextInput({"class": "w20"} | QUIET),
        error_messages={"required": "Say who asked them."},
    )

    def __init__(self, *args: Any, source: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source, self.today = source, today
        if source != Source.SELF:
            self.fields["how"].choices = TOLD  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("how") and typed.get("agreed_on"):
            wrong = why_not_agreed(how=typed["how"], agreed_on=typed["agreed_on"], today=self.today, source=self.source)
            for sentence in wrong:
                self.add_error("agreed_on", sentence)
        return typed

    def agreed(self) -> Agreed:
        typed = self.cleaned_data
        return Agreed(how=typed["how"], on=typed["agreed_on"], whom=typed["whom"])
