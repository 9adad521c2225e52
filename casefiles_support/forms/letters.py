"""Writing a letter, agreeing to its words, and what happens to it afterwards."""

from typing import Any

from django import forms

from casefiles_support.models import Fact
from casefiles_support.rules import letter_words as words
from casefiles_support.rules.letter_texts import LANGUAGES
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm

CORRECTIONS = [
    ("correct", "Put right what is wrong"),
    ("complete", "Add what was left out"),
    ("statement", "Keep their own words with the records"),
    ("restrict", "Stop using it until it was looked at"),
]
ENDINGS = [("finished", "They have what they wanted"), ("stopped", "They do not want to go on for now")]
# We know this address from before the office said that it would move, so whoever writes looks it up.
REGULATOR = "Information Commissioner’s Office\nWycliffe House\nWater Lane\nWilmslow\nCheshire SK9 5AF"
SPEAKS = ("speaks", "supporter_phone")
TROUBLE = ("complaints", "wishes", "own_page")
# What each letter asks for beside the language, the size of the print and where the answer goes.
FIELDS: dict[str, tuple[str, ...]] = {
    "request": ("names_then", "never_another_name", "places", "relatives", *SPEAKS),
    "authority": ("authority_until", "may_receive"),
    "identity": ("names_then",),
    "delivery": SPEAKS,
    "clarification": ("places", "own_page"),
    "progress": SPEAKS,
    "missing": ("names_then",),
    "nothing_found": ("names_then", "places"),
    "correction": ("corrections",),
    "complaint": (*TROUBLE, *SPEAKS),
    "regulator": ("to_address", "complained_on", "last_contact_on", *TROUBLE),
    "authority_ended": ("authority_on", "new_supporter"),
    "thanks": ("ending", "kind_words"),
    "new_address": ("moved_on", *SPEAKS),
}
ALWAYS = ("language", "large_print", "return_address", "key")
# These name the supporter whatever is ticked.
NAMES_THEM = frozenset({"authority", "authority_ended"})


def some(label: str, choices: list[tuple[str, str]], needed: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, error_messages={"required": needed}
    )


def line(label: str, help_text: str = "", *, length: int = 300, needed: str = "") -> forms.CharField:
    more: dict[str, Any] = {"error_messages": {"required": needed}} if needed else {}
    return forms.CharField(label=label, help_text=help_text, max_length=length, required=bool(needed), **more)


class DraftForm(KeyedForm):
    """One form for all letters: each keeps the fields that it asks for. Nobody is asked why they want their records."""

    names_then = line("What were they called then?", "Every name: from before an adoption, or a short one.")
    never_another_name = forms.BooleanField(label="They never had another name", required=False)
    places = line("Homes, streets or towns, if they know them", "Rough is fine. It is fine not to know.")
    relatives = line("People of their family, if they want to name them", "It can help to find the records.")
    speaks = forms.BooleanField(label="Their practitioner may talk to the holder", required=False, initial=True)
    supporter_phone = line("Which number should the holder ring?", length=30)
    authority_until = PlainDateField(
        label="Until when is the permission good?", error_messages={"required": "Enter a day"}
    )
    may_receive = forms.BooleanField(label="We may receive the papers for them, sealed", required=False)
    corrections = some("What should they do?", CORRECTIONS, "Choose what they should do")
    complaints = some("What is it about?", [(k, v[0]) for k, v in words.COMPLAINTS.items()], "Choose what it is about")
    wishes = some("What should they do?", [(k, v[0]) for k, v in words.WISHES.items()], "Choose what they should do")
    own_page = forms.BooleanField(
        label="Add a page in their own words",
        help_text="They write it by hand, or it is typed when the letter is printed. We do not keep it.",
        required=False,
    )
    to_address = forms.CharField(
        label="Where does it go?", max_length=400, initial=REGULATOR, widget=forms.Textarea({"rows": 5}),
        help_text="Look it up first: the office said that it would move. You can ask on 0303 123 1113.",
        error_messages={"required": "Write the address"},
    )  # fmt: skip
    complained_on = PlainDateField(label="When did they complain?", error_messages={"required": "Enter the day"})
    last_contact_on = PlainDateField(label="When was the last word?", error_messages={"required": "Enter the day"})
    authority_on = PlainDateField(label="When was it signed?", error_messages={"required": "Enter the day"})
    new_supporter = line("Who may talk to them from now on, if anybody?", length=100)
    ending = forms.ChoiceField(
        label="What did they decide?", choices=ENDINGS, widget=forms.RadioSelect,
        error_messages={"required": "Choose what they decided"},
    )  # fmt: skip
    kind_words = forms.BooleanField(label="They want to thank whoever looked for the records", required=False)
    moved_on = PlainDateField(label="Since when?", error_messages={"required": "Enter the day"})
    return_address = forms.CharField(
        label="Where should the answer go?", max_length=400, widget=forms.Textarea({"rows": 5}),
        help_text="As it stands on an envelope, without the name and the number.",
        error_messages={"required": "Write where the answer should go"},
    )  # fmt: skip
    language = forms.ChoiceField(label="In which language?", choices=list(LANGUAGES.items()), widget=forms.RadioSelect)
    large_print = forms.BooleanField(label="Large print", required=False)

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = code
        wanted = (*FIELDS.get(code, ()), *ALWAYS)
        self.fields = {name: self.fields[name] for name in wanted}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("speaks") and not said.get("supporter_phone") and "supporter_phone" not in self.errors:
            self.add_error("supporter_phone", "Write the number, or take the tick away")
        return said

    @property
    def answers(self) -> dict[str, Any]:
        """As the action takes them: what is about the paper, and what was `typed` for the gaps."""
        typed = {name: value for name, value in self.cleaned_data.items() if name not in ALWAYS}
        if self.code in NAMES_THEM:
            typed["speaks"] = True
        return {name: self.cleaned_data[name] for name in ALWAYS} | {"typed": typed}


class AgreeForm(HouseForm):
    """`seen` is the fingerprint of the words on the page."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    on = PlainDateField(label="When did they agree to these words?", error_messages={"required": "Enter the day"})


class CheckForm(HouseForm):
    right = forms.BooleanField(
        label="The address on the letter is right",
        error_messages={"required": "Tick this once you have compared the two, or leave the letter as it is"},
    )


class PrintForm(HouseForm):
    unkept_words = forms.CharField(
        label="Their own words, if they want them typed", max_length=6000, required=False,
        widget=forms.Textarea({"rows": 12}),
        help_text="They are printed and not kept: when you leave this page they are gone. Leave it empty for a page of "
        "lines to write on.",
    )  # fmt: skip

    def __init__(self, *args: Any, own_page: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own_page:
            del self.fields["unkept_words"]


class SendForm(HouseForm):
    handed_in_on = PlainDateField(label="When was it handed in, on the wing or at an office?", required=False)
    posted_on = PlainDateField(label="When was it posted?", required=False)


class PostForm(HouseForm):
    posted_on = PlainDateField(label="When was it posted?", error_messages={"required": "Enter the day"})
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


class ReceiveForm(HouseForm):
    on = PlainDateField(label="When did they get it?", error_messages={"required": "Enter the day"})
    basis = forms.ChoiceField(
        label="How do we know?", choices=Fact.Basis.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose how we know"},
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


class VoidForm(HouseForm):
    """Taking a letter back asks nothing."""
