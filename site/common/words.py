"""Values as words: what a record holds, said the way its form asks for it."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateformat import format as date_format

NOTHING = "Nothing"


def in_words(value: Any, field: forms.Field | None = None) -> str:
    """`value` in words. A field with choices gives the words of the choice."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, datetime):
        here = timezone.localtime(value)
        return f"{in_words(here.date())}, {in_words(here.time())}"
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, time):
        return date_format(value, "g.iA").lower()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(chosen(one, field) for one in value) or NOTHING
    return chosen(value, field)


def chosen(value: Any, field: forms.Field | None) -> str:
    """The words of a choice; anything else as it is. Choices that come from the database name themselves."""
    if isinstance(field, forms.ModelChoiceField) or not isinstance(field, forms.ChoiceField):
        return str(value)
    words: dict[str, str] = {}
    choices: Any = field.choices
    for key, label in choices:
        inner = label if isinstance(label, list | tuple) else [(key, label)]
        words.update({str(one): str(said) for one, said in inner})
    return words.get(str(value), str(value))
