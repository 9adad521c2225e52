"""Sending one text: the last gate, the post, and writing down what it proves. No transaction is open during the post.

“Sending” is committed before anything leaves the house. Whatever happens then, the row says that something may have
gone: only evidence (actions.evidence) brings it back.
"""

import logging
import random
from datetime import datetime, timedelta
from time import monotonic

from django.db import IntegrityError, transaction

from audit import actions as audit
from messaging.actions import senders
from messaging.actions.endings import follow_up
from messaging.actions.last_gate import begin
from messaging.actions.spends import refund
from messaging.clock import Clock
from messaging.gateways.texts import NotTaken, Taken, TextGateway, TextOut
from messaging.models import Text
from messaging.models.texts import TextQuerySet
from messaging.patience import text_patience
from messaging.rules.answers import Outcome, Then, then
from messaging.rules.receipts import merge

log = logging.getLogger(__name__)
Status = Text.Status
LONGEST_PAUSE = 900


def send(text: Text, *, clock: Clock, gateway: TextGateway) -> bool:
    """Send a claimed text; answers whether it was taken."""
    begun = monotonic()
    try:
        out = begin(text, clock=clock)
    except Exception:  # nothing left the house; its lease runs out, and it is tried again until it is too late
        log.exception("A text could not be begun", extra={"message_ref": text.ref})
        return False
    if out is None:
        return False
    if monotonic() - begun > text_patience().lease - 2 * text_patience().timeout:
        return False  # we were held up so long that others may take it for lost: it is theirs to look into
    return post(text, out, clock=clock, gateway=gateway)


def post(text: Text, out: TextOut, *, clock: Clock, gateway: TextGateway) -> bool:
    try:
        taken = gateway.send(out)
    except NotTaken as answer:
        settle_not_taken(text, answer, at=clock())
        return False
    except Exception as fault:
        log.warning("Nobody knows whether a text went", exc_info=True, extra={"message_ref": text.ref})
        settle_not_taken(text, NotTaken(Outcome.UNKNOWN, kind=type(fault).__name__), at=clock())
        return False
    return settle_taken(text, taken, at=clock())


def settle_taken(text: Text, taken: Taken, *, at: datetime) -> bool:
    """It is theirs now. A report may have been faster; another text may have been given this one's name."""
    try:
        with transaction.atomic():
            return _settle_taken(text, taken, at)
    except IntegrityError:
        # Two texts of the same words to one number: the other was found by this name. There is one more to be found.
        settle_not_taken(text, NotTaken(Outcome.UNKNOWN, kind="SidIsAnothers"), at=at)
        return False


def _settle_taken(text: Text, taken: Taken, at: datetime) -> bool:
    status = merge(now=Status.ACCEPTED, heard=taken.status).status
    changes = {
        "status": status,
        "sid": taken.sid,
        "accepted_at": at,
        "lease_until": None,
        "searches": 0,
        "try_at": at + timedelta(seconds=text_patience().poll_after),
        "over_at": at if status in Text.OVER else None,
        "reason": "",
        "why": "",
    }
    if _in_the_air(text).update(**changes) or _given_up(text).update(**changes, claim=""):
        audit.record(verb="messaging.text.sent", by=None, at=at, subject=text)
        return True
    stands = Text.objects.get(pk=text.pk)
    if stands.sid != taken.sid:
        log.error("A text was taken twice", extra={"message_ref": text.ref})
        Text.objects.filter(pk=text.pk).update(conflicts=stands.conflicts + 1)
    return stands.sid == taken.sid


@transaction.atomic
def settle_not_taken(text: Text, answer: NotTaken, *, at: datetime) -> None:
    """Write down what the answer proves: nothing, that it did not leave, or that it was turned down."""
    asks = then(answer.code)
    if answer.outcome == Outcome.UNKNOWN:
        look = at + timedelta(seconds=text_patience().first_look)
        why = "It may have gone: that is being looked into."
        _in_the_air(text).update(
            status=Status.UNKNOWN, lease_until=None, searches=0, try_at=look, reason="unknown", why=why
        )
    elif asks == Then.STOP_SENDING:
        _back(text, until=senders.stop_sending(code=answer.code or 0, at=at), reason="sender-stopped", at=at)
    elif answer.outcome == Outcome.NOT_SENT or asks == Then.WAIT:
        _try_later(text, answer, at=at)
    else:
        _give_up(text, answer, at=at)


def _try_later(text: Text, answer: NotTaken, *, at: datetime) -> None:
    """It surely did not leave, so it may go again: each time twice as late, and never two alike."""
    doubled = text_patience().backoff * 2 ** min(text.searches, 6) * random.uniform(1, 1.5)  # noqa: S311 no secret
    pause = min(max(doubled, answer.wait), LONGEST_PAUSE)
    _back(text, until=at + timedelta(seconds=pause), reason="try-later", at=at)
    senders.slow_down(wait=answer.wait, at=at)


def _back(text: Text, *, until: datetime, reason: str, at: datetime) -> None:
    """It did not leave: this was no try, and it cost nothing."""
    due = {
        "status": Status.DUE,
        "lease_until": None,
        "claim": "",
        "try_at": until,
        "attempts": max(text.attempts - 1, 0),
        "searches": text.searches + 1,
        "reason": reason,
    }
    if _in_the_air(text).update(**due):
        refund(segments=text.segments, whose=text.recipient_ref, at=text.sending_at or at)


def _give_up(text: Text, answer: NotTaken, *, at: datetime) -> None:
    failed = {
        "status": Status.FAILED,
        "lease_until": None,
        "over_at": at,
        "error_code": answer.code,
        "reason": str(then(answer.code)),
        "why": "The phone service turned it down.",
    }
    if _in_the_air(text).update(**failed):
        text = Text.objects.get(pk=text.pk)  # whole: the claim read little of it
        refund(segments=text.segments, whose=text.recipient_ref, at=text.sending_at or at)
        follow_up(text, code=answer.code, at=at)
        audit.record(verb="messaging.text.failed", by=None, at=at, subject=text, code=answer.code)


def _given_up(text: Text) -> TextQuerySet:
    """The row, if the evidence said that it never left and it waits again: an answer that late still proves it did."""
    return Text.objects.filter(pk=text.pk, sid=None, status__in=Text.WAITING)


def _in_the_air(text: Text) -> TextQuerySet:
    """The row, if this worker's claim on it still stands and nobody has bound it to a name yet."""
    statuses = [Status.SENDING, Status.UNKNOWN]
    return Text.objects.filter(pk=text.pk, claim=text.claim, sid=None, status__in=statuses)
