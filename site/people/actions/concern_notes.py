"""Writing down what was done about a concern."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from people.models import Concern, ConcernNote


@transaction.atomic
def add(*, concern: Concern, text: str, by: Any, at: datetime) -> ConcernNote:
    """One action taken. It cannot be changed afterwards: a mistake is put right by another note."""
    text = clean(text).strip()
    if not text:
        raise NotAllowed("Say what was done.")
    note = ConcernNote.objects.create(concern=concern, text=text, written_at=at, written_by=by)
    audit.record(verb="people.concern.noted", by=by, at=at, subject=note, about=concern.about, concern=concern.ref)
    return note
