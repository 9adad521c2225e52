"""How somebody wants to be reminded: one question for everything, and one for each kind of reminder."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from common.forms import HouseForm
from messaging import reminders
from people.models.text_choices import By, HowAgreed

ALL = "everything"
AS_ABOVE = ("", "As above")


class TextChoicesForm(HouseForm):
    """`now` holds what stands: the answer for each kind, and for "" (everything). Their own page asks no `how`."""

    def __init__(self, *args: Any, now: Mapping[str, str], theirs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[ALL] = forms.ChoiceField(
            label="How do you want to be reminded?" if theirs else "How do they want to be reminded?",
            help_text="Somebody else may read a text. It says a first name and a time, and nothing more.",
            choices=By.choices, initial=now.get("", ""), widget=forms.RadioSelect,
            error_messages={"required": "Choose one."},
        )  # fmt: skip
        for one in reminders.declared():
            choices = [choice for choice in By.choices if one.may_switch_off or choice[0] != By.NONE]
            self.fields[one.key.replace(".", "_")] = forms.ChoiceField(
                label=one.title, help_text=one.when, choices=[AS_ABOVE, *choices], required=False,
                initial=now.get(one.key, ""),
            )  # fmt: skip
        if not theirs:
            self.fields["how"] = forms.ChoiceField(
                label="How did they tell us?",
                choices=[one for one in HowAgreed.choices if one[0] != HowAgreed.THEMSELVES],
                widget=forms.RadioSelect, error_messages={"required": "Choose how they told us."},
            )  # fmt: skip

    def chosen(self) -> Iterator[tuple[str, str]]:
        """Each kind that has an answer, "" first, which is for everything."""
        yield "", self.cleaned_data[ALL]
        for one in reminders.declared():
            if by_what := self.cleaned_data[one.key.replace(".", "_")]:
                yield one.key, by_what
