"""Holding a text for somebody to decide, and letting it go."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed, move
from messaging.hearing import make_something_else
from messaging.models import Text
from messaging.patience import text_patience
from messaging.rules import times
from messaging.wake import TEXTS, wake_after_commit

Status = Text.Status
CAPS = "cap"  # the code of a text that would have broken a cap


@transaction.atomic
def hold(*, text: Text, reason: str, why: str, by: Any, at: datetime) -> None:
    """Keep a text that waits from going until somebody lets it. `reason` is a code, `why` a sentence for staff."""
    kept = {"reason": reason, "why": why, "lease_until": None, "claim": ""}
    move(text, to=Status.HELD, frm={Status.DUE, Status.CLAIMED}, **kept)
    make_something_else(text, at)
    audit.record(verb="messaging.text.held", by=by, at=at, subject=text, reason=why, code=reason)


@transaction.atomic
def release(*, text: Text, reason: str, by: Any, at: datetime) -> None:
    """Let a held text try again, because `reason`. Only a cap is waived: every gate is asked again as it goes."""
    if by is None:
        raise NotAllowed("Only a person may let a text go.")
    if not reason.strip():
        raise NotAllowed("Say why it may go.")
    if text.send_before <= at:
        raise NotAllowed("It is too late for this text.")
    freed = {
        "reason": "",
        "why": "",
        "try_at": times.next_moment(max(at, text.send_after)),
        "within_caps": text.within_caps and text.reason != CAPS,
        "attempts": min(text.attempts, text_patience().tries - 1),
    }
    move(text, to=Status.DUE, frm={Status.HELD}, **freed)
    wake_after_commit(TEXTS)
    audit.record(verb="messaging.text.released", by=by, at=at, subject=text, reason=reason)
