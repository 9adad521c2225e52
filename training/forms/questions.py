"""A question as a form that needs neither script nor mouse: what is put in order or matched is chosen from lists."""

from collections.abc import Mapping
from typing import Any

from django import forms

from common.forms import HouseForm, speak_plainly
from training.rules import questions as rules
from training.rules.confidences import WORDS
from training.rules.versions import Block

SEVERAL = "Choose all that are right."
IN_ORDER = "Give each line its place: 1 for what comes first."
PARTNERS = "Choose for each line what goes with it."
Choices = list[tuple[str, str]]


class QuestionForm(HouseForm):
    """`given` is an answer as rules.questions has them. With `may_be_empty` no answer is an answer, too."""

    marks_optional = False

    def __init__(
        self, block: Block, *, seed: str, data: Any = None, given: Any = None, may_be_empty: bool = False
    ) -> None:
        super().__init__(data, prefix=f"q-{block['id']}")
        self.block_id: str = block["id"]
        self.question: dict[str, Any] = {"id": block["id"], **block["value"]}
        self.kind: str = self.question["kind"]
        self.order = rules.order_for(self.question, seed=seed)
        self.options = {option["id"]: option for option in self.question["options"]}
        self.may_be_empty = may_be_empty
        for name, box in self._boxes(given).items():
            speak_plainly(box)
            self.fields[name] = box

    @property
    def is_group(self) -> bool:
        """Several boxes to one question: the template puts them into one frame."""
        return self.kind in ("order", "match")

    @property
    def hint(self) -> str:
        return {"order": IN_ORDER, "match": PARTNERS, "multiple": SEVERAL}.get(self.kind, "")

    def _boxes(self, given: Any) -> dict[str, forms.Field]:
        ask = self.question["ask"]
        says: Choices = [(name, self.options[name]["says"]) for name in self.order]
        common: dict[str, Any] = {"label": ask, "required": False, "initial": given}
        if self.is_group:
            return self._several(given)
        if self.kind == "multiple":
            ticks = forms.CheckboxSelectMultiple
            return {"answer": forms.MultipleChoiceField(choices=says, widget=ticks, help_text=SEVERAL, **common)}
        if self.kind == "short_text":
            box = forms.Textarea({"rows": 4})
            return {"answer": forms.CharField(widget=box, max_length=rules.LONGEST_TEXT, **common)}
        if self.kind == "confidence":
            says = [(str(number), f"{number}. {words}") for number, words in WORDS.items()]
        return {"answer": forms.ChoiceField(choices=says, widget=forms.RadioSelect, **common)}

    def _several(self, given: Any) -> dict[str, forms.Field]:
        if self.kind == "order":
            held = {name: str(place) for place, name in enumerate(given or [], start=1)}
            choices = [("", "Choose")] + [(str(n), str(n)) for n in range(1, len(self.order) + 1)]
        else:
            held = dict(given or {})
            # In an order of its own, or the first line would always go with the first partner.
            partners = rules.order_for({**self.question, "id": f"{self.block_id}:with"}, seed=self.block_id)
            choices = [("", "Choose")] + [(name, self.options[name]["goes_with"]) for name in partners]
        return {
            f"line-{name}": forms.ChoiceField(
                label=self.options[name]["says"], choices=choices, required=False, initial=held.get(name, "")
            )
            for name in self.order
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors:
            said["given"] = given = self._given(said)
            if given is not None or not self.may_be_empty:
                for reason in rules.why_not_answer(self.question, given):
                    self.add_error(next(iter(self.fields)), reason)
        return said

    def _given(self, said: Mapping[str, Any]) -> Any:
        if not self.is_group:
            answer = said.get("answer") or None
            return int(answer) if answer and self.kind == "confidence" else answer
        chosen = {name: said.get(f"line-{name}") or "" for name in self.order}
        if not any(chosen.values()):
            return None
        if self.kind == "match":
            return {name: partner for name, partner in chosen.items() if partner}
        # Two lines at one place, or one without: then it is no order, and rules.questions says so.
        placed = sorted((int(place), name) for name, place in chosen.items() if place)
        places = [place for place, _ in placed]
        return [name for _, name in placed] if len(set(places)) == len(places) else ["twice"]

    @property
    def given(self) -> Any:
        return self.cleaned_data.get("given")
