"""What happened to somebody's request to see what is held about them. Nothing of it is kept."""

from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from law.access_clock import Fact

HOLDERS = [("uk_gdpr", "A council, a charity or a health service"), ("part_3", "A prison, probation or the police")]
KNOWN = [("confirmed", "They said so, or somebody signed for it"), ("assumed", "It is my guess")]
ENDINGS = [
    ("", "No answer yet"),
    ("full_reply", "They sent all of it"),
    ("partial_reply", "They sent a part"),
    ("refusal", "They said no"),
    ("no_records", "They said that they have nothing"),
]
# The field, the kind of fact that it tells of, and the field whose day cannot be later.
TOLD = (
    ("received", "received", ""),
    ("proof_asked", "id_asked", ""),
    ("proof_came", "id_received", "proof_asked"),
    ("question_asked", "clarification_asked", "received"),
    ("question_answered", "clarification_answered", "question_asked"),
    ("more_time", "extension_notice", "received"),
    ("answered", "", "received"),
)


def a_day(label: str, help_text: str = "") -> PlainDateField:
    return PlainDateField(label=label, help_text=help_text, required=False)


class DatesForm(HouseForm):
    marks_optional = False
    holder = forms.ChoiceField(
        label="Who did you ask?", choices=HOLDERS, widget=forms.RadioSelect, initial=HOLDERS[0][0]
    )
    received = PlainDateField(label="When did your letter reach them?")
    basis = forms.ChoiceField(
        label="How do you know?", choices=KNOWN, widget=forms.RadioSelect, initial=KNOWN[0][0]
    )  # fmt: skip
    proof_asked = a_day("When did they ask who you are?", "Leave it empty if they did not.")
    proof_came = a_day("When did they get your proof?")
    question_asked = a_day("When did they ask what you want to see?", "Leave it empty if they did not.")
    question_answered = a_day("When did they get your answer?")
    more_time = a_day("When did they say that they need more time?", "Leave it empty if they did not.")
    gave_reason = forms.BooleanField(label="They gave a reason for it", required=False)
    answer = forms.ChoiceField(label="Have they answered?", choices=ENDINGS, required=False)
    answered = a_day("When did they answer?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, _, after in TOLD:
            day, before = said.get(name), said.get(after) if after else None
            if day and day > self.today:
                self.add_error(name, "This day has not come yet.")
            elif day and before and day < before:
                self.add_error(name, f"This is before the day on which {self._named(after)}. Check both.")
            elif day and after in {"proof_asked", "question_asked"} and not before:
                self.add_error(after, "When did they ask? Then we can count.")
        if said.get("answer") and not said.get("answered") and "answered" not in self.errors:
            self.add_error("answered", "Enter the day on which they answered.")
        if said.get("answered") and not said.get("answer"):
            self.add_error("answer", "Choose what they answered.")
        return said

    def _named(self, field: str) -> str:
        return {"received": "your letter reached them"}.get(field, "they asked")

    def facts(self) -> list[Fact]:
        """Of a form that is valid."""
        said = self.cleaned_data
        found = []
        for name, kind, _ in TOLD:
            if day := said.get(name):
                basis = said["basis"] if name == "received" else "letter"
                reason = "given" if name == "more_time" and said["gave_reason"] else ""
                found.append(Fact(kind or said["answer"], day, basis, reason))
        return found
