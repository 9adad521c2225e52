"""Putting a session record right, and adding to it."""

from typing import Any

from django import forms

from common.dates import LONDON, local_day
from common.forms import HouseForm
from mentoring.forms.circumstances import MOVED, NO, YES
from mentoring.forms.sessions import SessionForm
from mentoring.models import Session


class CorrectionForm(SessionForm):
    """The same questions with the answers given, and why they change."""

    reason = forms.CharField(
        label="What are you putting right?", help_text="A few words, for whoever reads it later.", max_length=200
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("worried", "worry", "worry_urgency"):
            del self.fields[name]


class AddendumForm(HouseForm):
    """`version` is the record as it was read; a form without one is taken as it comes."""

    text = forms.CharField(
        label="What do you want to add?",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what you want to add"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)


def answers_of(session: Session) -> dict[str, Any]:
    """The record as the form's first answers."""
    started, planned = session.started_at.astimezone(LONDON), session.planned_at
    answers = {
        name: getattr(session, name)
        for name in ("setting", "medium", "establishment", "where", "cause", "cause_note", "minutes", "topics",
                     "what_we_did", "their_words", "next_step", "version")
    }  # fmt: skip
    answers |= {"held_on": local_day(started), "held_at": started.time(), "happened": YES if session.happened else NO}
    if planned is None:
        answers["planned"] = NO
    elif planned == session.started_at:
        answers["planned"] = YES
    else:
        local = planned.astimezone(LONDON)
        answers |= {"planned": MOVED, "planned_on": local.date(), "planned_at": local.time()}
    return answers | {
        f"mark_{mark.match.ref}": mark.mark for mark in session.attendance.select_related("match") if mark.match
    }
