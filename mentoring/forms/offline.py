"""The session form without anybody in it, for a phone to keep; and the form as a phone sends it later."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from common import answers
from common.refs import is_ref
from mentoring.forms.changes import answers_of
from mentoring.forms.sessions import SessionForm
from mentoring.models import Attendance, Session

MARK = "mark_"


class BlankSessionForm(SessionForm):
    """Whom it was with is filled in by the phone, from what this mentor's own visit put there."""

    person = forms.ChoiceField(
        label="Who was it with?", choices=[("", "Choose who")], widget=forms.Select, required=False
    )
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


def differences(form: SessionForm, session: Session) -> list[dict[str, str]]:
    """Where a form says something else than the record that came of it before."""
    standing = answers_of(session)
    rows = [answers.row(form, name, standing.get(name)) for name in _said(form)]
    return [{"label": row.label, "there": row.there, "yours": row.yours} for row in rows if row.differs]


def _said(form: SessionForm) -> Iterable[str]:
    """The questions whose answers a record keeps and that this form's answers did not put away."""
    details = form.details()
    asked = ["happened", "held_on", "held_at", "setting", "medium", "next_step"]
    asked += ["establishment"] if details.establishment else ["where"]
    asked += ["minutes", "topics", "what_we_did", "their_words"] if details.happened else ["cause", "cause_note"]
    asked += [name for match, name in form.mark_fields.items() if details.happened and match in form.marks()]
    return asked


def same_people(form: SessionForm, session: Session) -> bool:
    there = {mark.match_id for mark in session.attendance.all()}
    return {match.pk for match in form.marks()} == there
