"""Giving out the test on paper, finding a sheet by its code, and typing in what stands on it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from common.sheet_codes import tidy_code, why_not_a_code
from training.actions.answer_sheets import Whose, Written
from training.models import AnswerSheet, Learner, ModuleVersion
from training.models.learners import KEEPS_LEARNING
from training.rules import answer_sheets, handouts
from training.rules.attempts import ADJUSTMENTS
from training.rules.confidences import WORDS
from training.rules.questions import CHOOSE_ONE

NONE = [("", "Nothing was ticked")]
DOUBTFUL = "Enter a number from 1 to {most}, or leave it empty."


class LearnerField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.place}" if obj.place else str(obj.name)


class VersionField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.title)


class GiveForm(HouseForm):
    """For somebody whom we know, or who comes with nothing but a name. A learning lead adds staff to the prison first,
    so that they count there.
    """

    learner = LearnerField(
        queryset=Learner.objects.none(), label="Who is it for?", required=False, empty_label="Somebody new",
        error_messages={"required": "Choose who it is for."},
    )  # fmt: skip
    name = forms.CharField(
        label="If somebody new: their name", required=False, max_length=100,
        help_text="As it should stand on their certificate. They need no email address and no login.",
    )  # fmt: skip
    place = forms.CharField(label="And where they are", required=False, max_length=100)
    module = VersionField(
        queryset=ModuleVersion.objects.none(), label="Module", empty_label="Choose",
        error_messages={"required": "Choose a module."},
    )  # fmt: skip
    adjustments = forms.MultipleChoiceField(
        label="Help that they have", choices=list(ADJUSTMENTS.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        learner: Any = self.fields["learner"]
        learner.queryset = Learner.objects.visible_to(user).exclude(login=user).order_by("name", "pk")
        if not user.has_role(*KEEPS_LEARNING):
            learner.required, learner.empty_label = True, "Choose"
            del self.fields["name"], self.fields["place"]
        self.fields["module"].queryset = ModuleVersion.objects.newest().order_by("title", "pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        new = "name" in self.fields and "learner" in typed and not typed["learner"]
        if new and not typed.get("name") and "name" not in self.errors:
            self.add_error("name", "Enter a name, or choose somebody from the list.")
        return typed

    def whose(self) -> Whose:
        said = self.cleaned_data
        return Whose(learner=said["learner"], name=said.get("name", ""), place=said.get("place", ""))


class FindForm(HouseForm):
    code = forms.CharField(
        label="Code on the sheet",
        help_text="At the top, on the right. Small letters will do, and the hyphen may be left out.",
        max_length=40,
        widget=forms.TextInput({"class": "w10", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter the code from the top of the sheet."},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.sheet: AnswerSheet | None = None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if reasons := why_not_a_code(typed):
            raise forms.ValidationError(reasons[0])
        self.sheet = AnswerSheet.objects.visible_to(self.user).filter(code=tidy_code(typed)).first()
        if self.sheet is None:
            raise forms.ValidationError("We know no answer sheet with this code. Look at it again.")
        return typed


class VoidForm(HouseForm):
    reason = forms.CharField(
        label="Why is it cancelled?",
        help_text="For example: spoilt, lost, printed twice. No names.",
        max_length=200,
        error_messages={"required": "Say why it is cancelled."},
    )


class KeyForm(HouseForm):
    """The questions as they stand on the paper, in its order and with its letters. What was left empty stays empty, and
    what was written wrongly is typed as it was written: it is marked, not mended.
    """

    marks_optional = False

    def __init__(self, *args: Any, sheet: AnswerSheet, asked: list[dict[str, Any]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet, self.asked, self.today = sheet, asked, today
        content = sheet.version.plain
        self.values = {name: block["value"] | {"id": name} for name, block in sheet.test.items()}
        self.reflections = handouts.read_by_somebody(content)
        for question in asked:
            self.fields |= _fields_of(question, self.values.get(question["id"]), sheet.seed)
        for name, value in self.reflections.items():
            self.fields[f"words_{name}"] = forms.CharField(
                label=value["ask"], required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 4})
            )
        self.fields["has_read"] = forms.BooleanField(label="They ticked that they read the workbook", required=False)
        self.fields["written_on"] = PlainDateField(
            label="What day was it written?", error_messages={"required": "Enter the day on which it was written."}
        )

    def clean_written_on(self) -> date:
        day: date = self.cleaned_data["written_on"]
        if reasons := answer_sheets.why_not_dated(written_on=day, today=self.today):
            raise forms.ValidationError(reasons[0])
        return day

    def written(self) -> Written:
        said = self.cleaned_data
        sure = {one["id"]: int(said[one["id"]]) for one in self.asked
                if one["kind"] == "confidence" and said[one["id"]]}  # fmt: skip
        words = {name: said[f"words_{name}"] for name in self.reflections if said[f"words_{name}"].strip()}
        given = {name: _given(value, said, self.sheet.seed) for name, value in self.values.items()}
        return Written(on=said["written_on"], has_read=said["has_read"], given=given, sure=sure, words=words)


def _fields_of(question: dict[str, Any], value: Any, seed: str) -> dict[str, forms.Field]:
    name, label = question["id"], f"{question['number']}. {question['ask']}"
    if question["kind"] == "confidence":
        return {name: _one(label, [(str(number), words) for number, words in WORDS.items()])}
    if question["kind"] == "short_text":
        return {name: forms.CharField(label=label, required=False, max_length=1_000, widget=forms.Textarea)}
    options = handouts.options_for(value, seed=seed)
    lettered = [(one["id"], f"{one['letter']}. {one['says']}") for one in options]
    if question["kind"] in CHOOSE_ONE:
        return {name: _one(label, lettered)}
    if question["kind"] == "multiple":
        box = forms.CheckboxSelectMultiple
        return {name: forms.MultipleChoiceField(label=label, choices=lettered, required=False, widget=box)}
    return dict(_lines(question, label, options, value, seed))


def _one(label: str, choices: list[tuple[str, str]]) -> forms.Field:
    return forms.ChoiceField(label=label, choices=[*NONE, *choices], required=False, widget=forms.RadioSelect)


def _lines(
    question: dict[str, Any], label: str, options: list[dict[str, Any]], value: Any, seed: str
) -> Iterator[tuple[str, forms.Field]]:
    """A small field for each line: the number, or the letter, that was written before it."""
    partners = handouts.partners_for(value, seed=seed) if question["kind"] == "match" else []
    letters = [("", "–"), *((one["id"], one["letter"]) for one in partners)]
    for option in options:
        words, key = f"{label} {option['says']}", f"{question['id']}_{option['id']}"
        if question["kind"] == "match":
            yield key, forms.ChoiceField(label=words, choices=letters, required=False)
        else:
            most = len(options)
            yield key, forms.IntegerField(
                label=words, required=False, min_value=1, max_value=most,
                widget=forms.TextInput({"class": "w5", "inputmode": "numeric", "autocomplete": "off"}),
                error_messages={name: DOUBTFUL.format(most=most) for name in ("min_value", "max_value", "invalid")},
            )  # fmt: skip


def _given(value: dict[str, Any], said: dict[str, Any], seed: str) -> Any:
    """The answer as rules/questions.py knows it; None where nothing was written."""
    name = value["id"]
    if value["kind"] not in ("order", "match"):
        return said[name] or None
    written = {one["id"]: said[f"{name}_{one['id']}"] for one in value["options"]}
    filled = {line: what for line, what in written.items() if what}
    if value["kind"] == "match":
        return filled or None
    # A number that was written twice says nothing about either line: the answer is not whole, and marked so.
    numbers = list(filled.values())
    clear = {line: number for line, number in filled.items() if numbers.count(number) == 1}
    return sorted(clear, key=lambda line: clear[line]) or None
