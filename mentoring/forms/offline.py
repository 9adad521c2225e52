"""The session form without anybody in it, for a phone to keep; and the form as a phone sends it later."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from common import answers
from common.refs import is_ref
from mentoring.forms.changes import answers_of
from mentoring.forms.circumstances import MOVED, words
from mentoring.forms.registers import OFF, RegisterForm, answers_so_far, names_apart
from mentoring.forms.sessions import SessionForm
from mentoring.models import Attendance, Session
from mentoring.rolls import Roll
from mentoring.rules.registers import NOT_THERE

MARK = "mark_"
GROUP = "group"
NAMES_HELP = "First names only, one on each line. Choose the people themselves when you have signal."
# What a register that was begun without signal says in words, until its mentor has chosen the real people.
NOTES = {"called": "Which group", "names_came": "Who came", "names_missing": "Who did not come"}


class BlankSessionForm(SessionForm):
    """Whom it was with is filled in by the phone, from what this mentor's own visit put there."""

    person = forms.ChoiceField(
        label="Who was it with?",
        choices=[("", "Choose who"), (GROUP, "A group")],
        widget=forms.Select,
        required=False,
    )
    called = forms.CharField(
        label="Which group?", help_text="As you call it.", max_length=100, widget=forms.TextInput, required=False
    )
    names_came = words("Who came?", NAMES_HELP)
    names_missing = words("Who did not come?", NAMES_HELP)
    mark = forms.ChoiceField(
        label="Were they on time?",
        choices=[("attended", "Yes"), ("attended_late", "They came late")],
        widget=forms.RadioSelect,
        initial=Attendance.Mark.ATTENDED,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, matches=[], initial={"happened": "yes", "planned": "yes"}, **kwargs)


def refs_in(sent: QueryDict) -> list[str]:
    """The matches that a sent form is about."""
    named = [name.removeprefix(MARK) for name in sent if name.startswith(MARK) and sent[name]]
    return [ref for ref in named if is_ref(ref)]


def problems_of(form: forms.BaseForm) -> list[dict[str, str]]:
    """What is wrong, for a phone to show: the question, and the sentence."""
    return [
        {"name": name, "label": str(form[name].label) if name in form.fields else "", "sentence": str(sentence)}
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]


def differences(form: SessionForm, session: Session, *, corrected: bool = False) -> list[dict[str, str]]:
    """Where a form says something else than the record; `corrected`, where it was opened from that very record."""
    standing = answers_so_far(session) if isinstance(form, RegisterForm) else answers_of(session)
    asked = _said(form)
    if isinstance(form, RegisterForm):
        standing, asked = {name: OFF for name in form.fields if name.startswith(MARK)} | standing, asked + _marked(form)
    if corrected:
        asked += ["planned", "planned_on", "planned_at"] if form.cleaned_data["planned"] == MOVED else ["planned"]
    rows = [answers.row(form, name, standing.get(name)) for name in asked]
    return [{"label": row.label, "there": row.there, "yours": row.yours} for row in rows if row.differs]


def _said(form: SessionForm) -> list[str]:
    """The questions whose answers a record keeps and that this form's answers did not put away."""
    details = form.details()
    asked = ["happened", "held_on", "held_at", "setting", "medium", "next_step"]
    asked += ["establishment"] if details.establishment else ["where"]
    asked += ["minutes", "topics", "what_we_did", "their_words"] if details.happened else ["cause", "cause_note"]
    asked += [name for match, name in form.mark_fields.items() if details.happened and match in form.marks()]
    return asked


def _marked(form: RegisterForm) -> list[str]:
    """Who came, and why who did not: only where it happened."""
    if not form.details().happened:
        return []
    rows = [(f"mark_{person.ref}", f"cause_{person.ref}") for person in form.people]
    return [name for row in rows for name in row if name.startswith(MARK) or form.cleaned_data.get(row[0]) == NOT_THERE]


def same_people(form: SessionForm, session: Session) -> bool:
    there = {mark.match_id for mark in session.attendance.all()}
    return {match.pk for match in form.marks()} == there


def marked_refs(sent: QueryDict) -> set[str]:
    """The people whom a sent register says something about."""
    return {name.removeprefix(MARK) for name in sent if name.startswith(MARK) and sent[name] not in ("", OFF)}


def notes_of(sent: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(name, label, words) of what a blank register said, from a posted form or from what a draft holds."""
    found = ((name, label, sent.get(name, "")) for name, label in NOTES.items())
    said = [(name, label, text[-1] if isinstance(text, list) else text) for name, label, text in found if text]
    return [(name, label, text.strip()) for name, label, text in said if text.strip()]


def marks_from(sent: Mapping[str, Any], roll: Roll) -> dict[str, str]:
    """First answers for those whose first name was written and belongs to one person on the roll only."""
    told = {name: text for name, _, text in notes_of(sent)}
    names = dict(zip([name.casefold() for name in names_apart(roll.people)], roll.people, strict=True))
    twice = {name.split(" (")[0] for name in names if " (" in name}
    found = {}
    for question, mark in (("names_missing", NOT_THERE), ("names_came", Attendance.Mark.ATTENDED)):
        for written in re.split(r"[\n,;]+", told.get(question, "")):
            person = names.get(" ".join(written.split()).casefold())
            if person and person.preferred_name.casefold() not in twice:
                found[f"{MARK}{person.ref}"] = str(mark)
    return found
