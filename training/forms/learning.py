"""What learners write and choose beside the answers to questions."""

from typing import Any

from django import forms

from common.forms import HouseForm, speak_plainly
from training.rules import confidences, reflections
from training.rules.attempts import ADJUSTMENTS
from training.rules.versions import Block


class ReflectionForm(HouseForm):
    """Nobody has to write: whoever goes on without it may come back."""

    marks_optional = False

    def __init__(self, block: Block, *, data: Any = None, words: str = "") -> None:
        super().__init__(data, prefix=f"r-{block['id']}", initial={"words": words})
        value = block["value"]
        self.fields["words"] = forms.CharField(
            label=value["ask"],
            help_text=reflections.BEFOREHAND[value.get("read_by") or "nobody"],
            max_length=reflections.LONGEST,
            required=False,
            widget=forms.Textarea({"rows": 6}),
        )
        speak_plainly(self.fields["words"])


class HelpForm(HouseForm):
    """The help that somebody has in a test."""

    marks_optional = False

    adjustments = forms.MultipleChoiceField(
        label="Help that you have",
        help_text="Tick what is true for you, or nothing. It is written down with this try and changes no mark.",
        choices=list(ADJUSTMENTS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class LaterForm(HouseForm):
    """Six weeks later: the same questions as right after the module, and what was done since."""

    def __init__(self, asked: dict[str, Block], *, data: Any = None) -> None:
        super().__init__(data)
        self.asked = list(asked)
        for n, block in enumerate(asked.values()):
            self.fields[f"sure_{n}"] = forms.ChoiceField(
                label=block["value"]["ask"],
                choices=[(str(number), f"{number}. {words}") for number, words in confidences.WORDS.items()],
                widget=forms.RadioSelect,
                error_messages={"required": "Choose how sure you are."},
            )
        self.fields["differently"] = forms.CharField(
            label="What did you do differently?",
            help_text=f"Nothing is an answer, too. {reflections.BEFOREHAND['assessor']}",
            max_length=confidences.LONGEST,
            required=False,
            widget=forms.Textarea({"rows": 4}),
        )
        for field in self.fields.values():
            speak_plainly(field)

    @property
    def sure(self) -> dict[str, int]:
        return {name: int(self.cleaned_data[f"sure_{n}"]) for n, name in enumerate(self.asked)}
