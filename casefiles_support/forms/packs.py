"""What is asked before a pack is printed, and on which day it was given."""

from datetime import date
from typing import Any

from django import forms

from casefiles_support.rules.packs import ByHand
from common.forms import HouseForm, PlainDateField
from common.refs import new_ref, ref_from

LANGUAGES = (("en", "English"), ("cy", "Welsh: the pages with dates, and the slips"))
NOT_KEPT = "It goes on the paper. We do not keep it."


def _one_line(label: str, help_text: str = NOT_KEPT, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=120, widget=forms.TextInput({"autocomplete": "off"}), **more
    )


class PackForm(HouseForm):
    """What the paper needs and the record does not hold. `key` makes one pack of however many sendings."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, initial=new_ref)
    language = forms.ChoiceField(label="Which language?", choices=LANGUAGES, widget=forms.RadioSelect)
    large_print = forms.BooleanField(label="In large print", required=False)
    ring = _one_line(
        "A number at which they can reach us from the wing",
        f"It must be on their list of numbers. {NOT_KEPT}",
        error_messages={"required": "Give a number. A page that is found alone must lead to somebody."},
    )
    write = _one_line("A postal address of ours", f"So that they can post a page back. {NOT_KEPT}", required=False)
    prison_line = _one_line(
        "The safer custody line of this prison",
        f"Try it first: not every one is answered. Left empty, there is a line to write on. {NOT_KEPT}",
        required=False,
    )
    where = _one_line("Where the next appointment is, for the wing’s slip", required=False)

    def clean_key(self) -> str:
        return ref_from(self.cleaned_data["key"])

    def by_hand(self) -> ByHand:
        """What is printed and not kept."""
        return ByHand(**{name: self.cleaned_data[name] for name in ("ring", "write", "prison_line", "where")})


class HandOverForm(HouseForm):
    on = PlainDateField(label="On which day were they given it?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today}, **kwargs)
