"""What staff write down of a message from a public form, and how they type one in from paper."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from common.sheet_codes import tidy_code, why_not_a_code
from pages.forms.hand_overs import FORMS
from pages.forms.reaching import HandOverForm
from pages.models import HandOver


def note(label: str, help_text: str, needed: str) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=1000, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": needed},
    )  # fmt: skip


class AnswerForm(HouseForm):
    note = note("What did you do?", "Such as: rang them, and it was a question.", "Write what you did.")


class TurnAwayForm(HouseForm):
    note = note(
        "Who else may help them?", "It goes into the letter that you can print. Write it to them, kindly.",
        "Write who else may help them. Nobody is sent away with nothing.",
    )  # fmt: skip


class KindForm(HouseForm):
    kind = forms.ChoiceField(
        label="Which form is it?",
        choices=HandOver.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the title that stands at the top of the paper."},
    )


def paper_form(kind: str) -> type[HandOverForm]:
    """The form of this kind as it is typed in from paper: the very same questions, the code and the day."""
    base: Any = FORMS[kind]

    class PaperForm(base):  # type: ignore[misc]
        code = forms.CharField(
            label="Code on the sheet",
            help_text="Leave it empty where the paper has none, or is a copy of one that was typed in already.",
            required=False,
            max_length=20,
            widget=forms.TextInput({"class": "w10", "autocomplete": "off", "spellcheck": "false"}),
        )
        written_on = PlainDateField(
            label="What day was this written?", error_messages={"required": "Enter the day on which it was written."}
        )
        paper_leaves_out = base.paper_leaves_out | {"code"}
        NOT_KEPT = (*base.NOT_KEPT, "code", "written_on")

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.asked_again: list[str] = []  # it is typed in by somebody who has signed in
            self.order_fields(["code", *self.fields])

        def clean_code(self) -> str:
            typed: str = self.cleaned_data["code"]
            if typed and (reasons := why_not_a_code(typed)):
                raise forms.ValidationError(reasons[0])
            return tidy_code(typed)

    return PaperForm
