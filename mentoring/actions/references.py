"""Naming referees, asking them, hearing from them, and judging what they said."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import pauses
from mentoring.models import Mentor, Reference
from mentoring.models.references import index_of
from mentoring.rules import references as rules
from messaging import addresses
from messaging.actions import outbox

# How long a referee's link works, and how long they are left in peace before they are asked once more.
LASTS = timedelta(days=28)
CHASED_AFTER = timedelta(days=10)
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
def ask(*, reference: Reference, by: Any, at: datetime) -> Reference:
    """Ask by email; somebody without one is written to on paper. An older link stops working."""
    move(reference, to=Status.ASKED, frm=set(Reference.ANSWERABLE), asked_at=at, asked_by=by)
    _send(reference, by, at)
    audit.record(verb="mentoring.reference.asked", by=by, at=at, subject=reference, about=reference.mentor.person)
    return reference


@transaction.atomic
def chase(*, reference: Reference, by: Any, at: datetime) -> bool:
    """Ask once more, and only once. Answers whether this call was the one that did."""
    waiting = Reference.objects.filter(pk=reference.pk, status=Status.ASKED, chased_at=None)
    if not waiting.update(chased_at=at):
        return False
    reference.refresh_from_db()
    _send(reference, by, at)
    audit.record(verb="mentoring.reference.chased", by=by, at=at, subject=reference, about=reference.mentor.person)
    return True


@transaction.atomic
def chase_all(*, by: Any, at: datetime) -> int:
    """Once more to everybody who was asked ten days ago and has not answered. Answers how many."""
    quiet = Reference.objects.filter(status=Status.ASKED, chased_at=None, asked_at__lte=at - CHASED_AFTER)
    return sum(chase(reference=reference, by=by, at=at) for reference in quiet.select_related("mentor__person"))


def _send(reference: Reference, by: Any, at: datetime) -> None:
    """The link is written into the sealed message and nowhere else; we keep a fingerprint of its code."""
    if not reference.email:
        return
    code = secrets.token_urlsafe(24)
    Reference.objects.filter(pk=reference.pk).update(code_index=index_of(code), expires_at=at + LASTS)
    reference.refresh_from_db()
    outbox.promise(
        to=addresses.email(reference.email),
        about=reference,
        key=f"mentoring.reference:{reference.ref}:{reference.code_index}",
        template="messages/mentoring/reference.txt",
        context={"link": settings.PUBLIC_BASE_URL + reverse("mentoring:references-follow", args=[code])},
        by=by,
        at=at,
    )


@transaction.atomic
def answer(*, code: str, said: Mapping[str, str], by: Any, at: datetime) -> Reference:
    """The referee answers, once. `by` is None: nobody is signed in. The code stops working in the same moment."""
    reference = Reference.objects.filter(code_index=index_of(code)).first() if code else None
    if reference is None or not reference.expires_at or reference.expires_at <= at:
        raise NotAllowed(rules.LINK_IS_OVER)
    _receive(reference, said, at, code_index="")
    audit.record(verb="mentoring.reference.received", by=by, at=at, subject=reference, about=reference.mentor.person)
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


@transaction.atomic
def take_back(*, reference: Reference, words: str, by: Any, at: datetime) -> Reference:
    """It counts no longer: the referee took it back, or it proved untrue. Where too few are left, matches wait."""
    words = clean(words)
    if not words.strip():
        raise NotAllowed("Say why it no longer counts, in words that the person may be given.")
    move(reference, to=Status.NOT_ACCEPTED, frm={Status.ACCEPTED}, decided_at=at, decided_by=by, words=words)
    pauses.look_again(mentor=reference.mentor, by=by, at=at)
    audit.record(verb="mentoring.reference.taken_back", by=by, at=at, subject=reference, about=reference.mentor.person)
    return reference
