"""What staff write down when somebody says yes to their story, says yes again, wants less, or takes it back."""

from typing import Any

from django import forms

from accounts.models import User
from accounts.roles import Role
from common.forms import HouseForm, PlainDateField
from common.refs import new_ref, ref_from
from common.sheet_codes import tidy_code, why_not_a_code
from pages.models import ConsentEvent
from pages.models.story_consents import LONGEST_NAME
from pages.rules.story_consents import PLACES, until

WITNESSES = (Role.EDITOR, Role.PROGRAMME_MANAGER, Role.COORDINATOR, Role.LIVED_EXPERIENCE)
# In words that fit staff and, on paper, the person themselves.
NAMES = [("own", "The real first name"), ("other", "Another name"), ("none", "No name")]
BY_THEM = [(how, words) for how, words in ConsentEvent.How.choices if how not in ("code", "clock")]


class NamedBy(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.display_name)


def how_field(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=BY_THEM, widget=forms.RadioSelect, error_messages={"required": "Choose how."}
    )


class PlacesForm(HouseForm):
    """Where it may be shown, and under which name."""

    places = forms.MultipleChoiceField(
        label="Where may it be shown?", choices=list(PLACES.items()), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick each place that they said yes to."},
    )  # fmt: skip
    pictures = forms.BooleanField(label="Pictures that show them, or that they gave, may go with it", required=False)
    named = forms.ChoiceField(
        label="Which name stands with it?", choices=NAMES, widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )  # fmt: skip
    name = forms.CharField(
        label="That name", help_text="A first name at most. Leave it empty for no name.", required=False,
        max_length=LONGEST_NAME, widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip


class SeenForm(HouseForm):
    """They saw the words that stand on this page now; `seen` is their fingerprint."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    given_on = PlainDateField(
        label="On which day did they say yes?", error_messages={"required": "Enter the day, such as 14 11 2026."}
    )
    expires_on = PlainDateField(
        label="Until which day?", help_text="Two years at most. Left empty, it is two years. Then we ask again.",
        required=False,
    )  # fmt: skip
    how = how_field("How did they say yes?")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("given_on") and not typed.get("expires_on") and "expires_on" not in self.errors:
            typed["expires_on"] = until(typed["given_on"])
        return typed

    def look_again(self, seen: str) -> None:
        """The page shows the draft as it is now: sent once more, it is a yes to these words."""
        said: Any = self.data  # of a form that was sent: a QueryDict, which does not let itself be changed
        self.data = said = said.copy()
        said["seen"] = seen


class GiveForm(PlacesForm, SeenForm):
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    witness = NamedBy(
        label="Who of us was there, or took the call or letter?", queryset=User.objects.none(),
        error_messages={"required": "Choose who of us it was."},
    )  # fmt: skip
    reach = forms.CharField(
        label="How can we reach them, to ask again?", required=False, max_length=500,
        help_text="An address, an email, or somebody they trust. Never a telephone. It is kept sealed.",
        widget=forms.Textarea({"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    code = forms.CharField(
        label="Code on their form", required=False, max_length=20,
        help_text="Leave it empty where there was no form: then a new code is made, for you to print and give to them.",
        widget=forms.TextInput({"class": "w10", "autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    paper_leaves_out = frozenset({"expires_on", "how", "witness", "code"})
    paper_lines = {"reach": 2}
    paper_words = {
        "pictures": "Pictures that show me, or that I gave, may go with it",
        "places": "Where may it be shown? Tick as many as you like, or none",
        "named": "Which name stands with it?",
        "name": "That name (a first name at most)",
        "reach": "If you like: how can we reach you, to ask again? An address, an email or somebody you trust",
        "given_on": "Today is",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", new_ref())
        held = User.objects.filter(is_active=True, grants__role__in=WITNESSES, grants__ended_at=None)
        self.fields["witness"].queryset = held.distinct().order_by("display_name", "pk")  # type: ignore[attr-defined]  # a choice of records
        self.order_fields(["places", "pictures", "named", "name", "given_on", "expires_on", "how", "witness", "reach"])

    def clean_key(self) -> str:
        return ref_from(self.cleaned_data["key"])

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if typed and (reasons := why_not_a_code(typed)):
            raise forms.ValidationError(reasons[0])
        return tidy_code(typed)


class RenewForm(SeenForm):
    pass


class NarrowForm(PlacesForm):
    how = how_field("How did they tell us?")


class TakeBackForThemForm(HouseForm):
    """No reason is asked, and none is kept."""

    how = how_field("How did they tell us?")
