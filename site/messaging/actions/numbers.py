"""What becomes of a number: stopped, started, paused, bad, checked. It holds for whoever has the phone."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed
from messaging.hearing import make_something_else
from messaging.models import Number, Text
from messaging.models.numbers import index_of
from messaging.rules.numbers import mobile

WHY = {
    "opted-out": "They asked for no more texts to this number.",
    "number-paused": "This number rests until somebody has found out whose it is.",
    "bad-number": "Texts cannot reach this number.",
}


def known(number: str, *, at: datetime) -> Number:
    """The row of a number, made if there is none."""
    index = index_of(number)
    found, _ = Number.objects.get_or_create(number_index=index, defaults={"number": number, "added_at": at})
    return found


def number_of(written: str) -> Number | None:
    """What we know of a number as somebody wrote it; None when it never had or sent a text."""
    return Number.objects.filter(number_index=index_of(mobile(written) or written)).first()


def reason_against(number: Number | None) -> str:
    """Why no text may go to it (a code of WHY), or nothing."""
    if number is None:
        return ""
    if number.stopped_at:
        return "opted-out"
    if number.paused_at:
        return "number-paused"
    return "bad-number" if number.bad_at else ""


@transaction.atomic
def stop(*, number: Number, by: Any, at: datetime) -> None:
    """They sent STOP: nothing goes to this number until the same phone sends START. Twice is the same."""
    if _set(number, {"stopped_at": None}, stopped_at=at):
        _refuse_waiting(number, reason="opted-out", at=at)
        audit.record(verb="messaging.number.stopped", by=by, at=at, subject=number)


@transaction.atomic
def start(*, number: Number, by: Any, at: datetime) -> None:
    """They sent START: lifts STOP on this number alone, and nothing else."""
    if Number.objects.filter(pk=number.pk, stopped_at__isnull=False).update(stopped_at=None):
        audit.record(verb="messaging.number.started", by=by, at=at, subject=number)


@transaction.atomic
def pause(*, number: Number, why: str, by: Any, at: datetime) -> None:
    """Let a number rest until a person has looked (`why` is a code, such as `wrong_number`); its texts are held."""
    if _set(number, {"paused_at": None}, paused_at=at, paused_why=why):
        _hold_waiting(number, at=at)
        audit.record(verb="messaging.number.paused", by=by, at=at, subject=number, why=why)


@transaction.atomic
def resume(*, number: Number, reason: str, by: Any, at: datetime) -> None:
    """Somebody has found out that the number is right. Held texts are let go one by one (`holds.release`)."""
    if by is None or not reason.strip():
        raise NotAllowed("Say why this number may be used again.")
    if Number.objects.filter(pk=number.pk, paused_at__isnull=False).update(paused_at=None, paused_why=""):
        audit.record(verb="messaging.number.resumed", by=by, at=at, subject=number, reason=reason)


@transaction.atomic
def mark_bad(*, number: Number, code: int, by: Any, at: datetime) -> None:
    """The network says that no text can reach it: its other texts are not even tried."""
    if _set(number, {"bad_at": None}, bad_at=at, bad_code=code, verified_at=None):
        _refuse_waiting(number, reason="bad-number", at=at)
        audit.record(verb="messaging.number.went_bad", by=by, at=at, subject=number, code=code)


@transaction.atomic
def verify(*, number: Number, by: Any, at: datetime) -> None:
    """It was checked with whoever holds it: it works, and it is theirs. STOP stands; only they can lift it."""
    Number.objects.filter(pk=number.pk).update(
        verified_at=at, bad_at=None, bad_code=None, paused_at=None, paused_why=""
    )
    audit.record(verb="messaging.number.verified", by=by, at=at, subject=number)


def _set(number: Number, only_if: dict[str, Any], **changes: Any) -> bool:
    """Locks the row as it changes it, so that whoever is about to send to it is either before us or finds it so."""
    return bool(Number.objects.filter(pk=number.pk, **only_if).update(**changes))


def _refuse_waiting(number: Number, *, reason: str, at: datetime) -> None:
    refused = {"status": Text.Status.REFUSED, "over_at": at, "reason": reason, "why": WHY[reason]}
    _change_waiting(number, [Text.Status.DUE, Text.Status.CLAIMED, Text.Status.HELD], refused, at=at)


def _hold_waiting(number: Number, *, at: datetime) -> None:
    held = {"status": Text.Status.HELD, "reason": "number-paused", "why": WHY["number-paused"]}
    _change_waiting(number, [Text.Status.DUE, Text.Status.CLAIMED], held, at=at)


def _change_waiting(number: Number, statuses: list[Text.Status], changes: dict[str, Any], *, at: datetime) -> None:
    """One by one: a text that a worker took in the meantime is its worker's, which asks the number again."""
    for text in Text.objects.filter(number_index=number.number_index, status__in=statuses).order_by("pk"):
        still = Text.objects.filter(pk=text.pk, status=text.status)
        if still.update(**changes, lease_until=None, claim=""):
            text.refresh_from_db()
            make_something_else(text, at)
