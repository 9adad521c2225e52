"""What every form for getting in touch asks: a name, one way to answer that is safe, and little else."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from common.forms import CleanBound, PlainDateField
from pages.forms.base import SiftedForm
from pages.models import HandOver
from pages.rules.hand_overs import NEEDED, WAYS, only_this_way, wrong_way

Kind = HandOver.Kind
QUIET = {"autocomplete": "off", "spellcheck": "false"}
PHONE_SAYS = {
    "text": "You may text me. A text never says what it is about",
    "message": "You may leave a message",
    "shared": "Somebody else uses this phone too",
}


def line(label: str, *, help_text: str = "", needed: str = "", most: int = 100, **attrs: str) -> Any:
    """`needed` is what is said where it stays empty; without it, it may."""
    errors = {"required": needed} if needed else None
    return forms.CharField(
        label=label, help_text=help_text, required=bool(needed), max_length=most, error_messages=errors,
        widget=forms.TextInput(QUIET | attrs),
    )  # fmt: skip


def lines(label: str, *, help_text: str = "", most: int = 2000, rows: int = 4) -> Any:
    box = forms.Textarea({"rows": rows} | QUIET)
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=most, widget=box)


class Box(CleanBound):
    """What a way of answering cannot do without is not marked as a question that may stay empty."""

    @property
    def is_optional(self) -> bool:
        return super().is_optional and self.name not in {box for box, _ in NEEDED.values()}


class HandOverForm(SiftedForm):
    """What all of them ask. `said()` is what goes into the envelope."""

    bound_field_class = Box
    kind: Kind
    own: tuple[str, ...] = ()  # the names of its own questions, which stand after the name
    name = line("What do you like to be called?", needed="Enter the name you like to be called.", most=60)
    reach = forms.ChoiceField(
        label="How can we reach you safely?",
        choices=list(WAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one way, so that we can answer."},
    )
    phone = line("Telephone number", most=40, inputmode="tel")
    phone_says = forms.MultipleChoiceField(
        label="About this number", choices=list(PHONE_SAYS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    email = forms.EmailField(label="Email address", required=False, max_length=254)
    address = lines("Address", most=500, rows=4)
    through = lines(
        "Who is it, and how do we reach them?",
        help_text="Such as a worker, a mentor or a friend whom you trust. Tell them that we will ask for you.",
        most=500,
        rows=3,
    )
    prison = line("Which prison are you in?", help_text="We only ever write. We never ring or text anybody in prison.")
    prison_number = line("Prison number, if you know it", most=20)
    REACH = ("reach", "phone", "phone_says", "email", "address", "through", "prison", "prison_number")
    paper_leaves_out = frozenset({"website"})
    paper_words = {
        "phone": "By phone: your number",
        "email": "By email: your address",
        "address": "By letter: your address",
        "through": "Through somebody: who is it, and how do we reach them?",
        "prison": "In prison: which one?",
        "prison_number": "And your prison number, if you know it",
    }
    paper_lines = {"address": 2, "through": 1, "words": 3}

    def __init__(self, data: QueryDict | None = None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(data, now=now, **kwargs)
        self.order_fields(["name", *self.own, *self.REACH])

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if "reach" in typed and (wrong := wrong_way(typed)) and not self.has_error(wrong[0]):
            self.add_error(*wrong)
        return typed

    def said(self) -> dict[str, Any]:
        """The answers by their names, as JSON can hold them; none that is empty or belongs to another way."""
        typed = {name: answer for name, answer in self.cleaned_data.items() if name not in self.NOT_KEPT}
        dates = {name for name, field in self.fields.items() if isinstance(field, PlainDateField)}
        return {n: a.isoformat() if n in dates else a for n, a in only_this_way(typed).items()}
