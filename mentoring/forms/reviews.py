"""Writing down what was said when two people looked back."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.rules.reviews import CONFIDENCE, CONFIDENCE_WORDS


def scale() -> list[tuple[Any, str]]:
    """0 to 10, with words at the ends and in the middle; and a way not to say."""
    steps = [(n, f"{n} – {CONFIDENCE_WORDS[n]}" if n in CONFIDENCE_WORDS else str(n)) for n in CONFIDENCE]
    return [*steps, ("", "They would rather not say")]


class HoldForm(HouseForm):
    held_on = PlainDateField(label="What day was it?", error_messages={"required": "Enter the day"})
    their_words = forms.CharField(
        label="How is it going, in their own words?",
        help_text="What helps, what does not, what they would change.",
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Write down what they said, even if it is only a few words"},
    )
    confidence = forms.TypedChoiceField(
        label="How sure do they feel about what comes next?",
        choices=scale,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    what_next = forms.CharField(
        label="What comes next?",
        help_text="Who will do what.",
        max_length=5000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
