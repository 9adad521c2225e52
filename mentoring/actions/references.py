"""Naming referees, hearing from them, and judging what they said."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.models import Mentor, Reference
from mentoring.rules import references as rules

Status = Reference.Status


@transaction.atomic
def name(*, mentor: Mentor, name: str, known_as: str, email: str, reach: str, by: Any, at: datetime) -> Reference:
    """Write down somebody who may be asked about a mentor."""
    if reasons := rules.why_not_name(name=name, email=email, reach=reach):
        raise NotAllowed(*reasons)
    reference = Reference.objects.create(
        mentor=mentor,
        name=clean(name, lines=False),
        known_as=clean(known_as, lines=False),
        email=clean(email, lines=False),
        reach=clean(reach),
    )
    audit.record(verb="mentoring.reference.named", by=by, at=at, subject=reference, about=mentor.person)
    return reference


@transaction.atomic
def key_in(*, reference: Reference, said: Mapping[str, str], by: Any, at: datetime) -> Reference:
    """Staff type what came on paper or was said on the telephone."""
    _receive(reference, said, at, code_index="", on_paper=True, keyed_by=by)
    audit.record(verb="mentoring.reference.keyed_in", by=by, at=at, subject=reference, about=reference.mentor.person)
    return reference


def _receive(reference: Reference, said: Mapping[str, str], at: datetime, **columns: Any) -> None:
    if reasons := rules.why_not_answer(said):
        raise NotAllowed(*reasons)
    written = json.dumps({key: clean(text) for key, text in said.items()}, ensure_ascii=False)
    move(reference, to=Status.RECEIVED, frm=set(Reference.ANSWERABLE), received_at=at, answers=written, **columns)


@transaction.atomic
def judge(*, reference: Reference, accepted: bool, words: str, by: Any, at: datetime) -> Reference:
    """Accept what a referee said, or not, with the reason in words that the person may be given."""
    words = clean(words)
    if not accepted and not words.strip():
        raise NotAllowed("Say why it is not accepted, in words that the person may be given.")
    to = Status.ACCEPTED if accepted else Status.NOT_ACCEPTED
    move(reference, to=to, frm={Status.RECEIVED}, decided_at=at, decided_by=by, words="" if accepted else words)
    audit.record(
        verb="mentoring.reference.judged", by=by, at=at, subject=reference, about=reference.mentor.person, to=str(to)
    )
    return reference
