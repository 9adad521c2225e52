"""A form as questions on paper, so that the sheet and the screen it is typed into never part.

    questions(form) → [{"kind": "ticks", "words": "Did it happen?", "help": "", "choices": ["Yes", "No"]}, …]

A form may say `paper_leaves_out` (names of fields), `paper_words` (other words, by name) and `paper_lines` (how many
lines to write on, by name). templates/typst/sheets.typ draws each kind: ticks, tick, date, time, number, line, lines.
"""

from typing import Any

from django import forms
from django.forms import BoundField

from common.whens import MinutesField, PlainDateField, PlainTimeField

Question = dict[str, Any]
LINES = 3


def questions(form: forms.BaseForm) -> list[Question]:
    """In the order of the form."""
    left_out: frozenset[str] = getattr(form, "paper_leaves_out", frozenset())
    return [question(form, bound) for bound in form.visible_fields() if bound.name not in left_out]


def question(form: forms.BaseForm, bound: BoundField) -> Question:
    words = getattr(form, "paper_words", {}).get(bound.name, bound.label)
    said = {"name": bound.name, "words": str(words), "help": str(bound.help_text or ""), **shape(bound.field)}
    if lines := getattr(form, "paper_lines", {}).get(bound.name):
        said |= {"kind": "lines", "lines": lines}
    return said


def shape(field: forms.Field) -> Question:
    """How the answer is written."""
    if isinstance(field, PlainDateField):
        return {"kind": "date"}
    if isinstance(field, PlainTimeField):
        return {"kind": "time"}
    if isinstance(field, MinutesField | forms.IntegerField):
        return {"kind": "number"}
    if isinstance(field, forms.BooleanField):
        return {"kind": "tick"}
    if isinstance(field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        choices: Any = getattr(field, "choices", ())
        return {"kind": "ticks", "choices": [str(label) for value, label in choices if str(value)]}
    if isinstance(field.widget, forms.Textarea):
        return {"kind": "lines", "lines": LINES}
    return {"kind": "line"}
