"""Speaking what was promised: claim, speak, settle. No transaction is open while a gateway speaks.

A message is claimed and the claim committed before anything is said, so a worker that dies while speaking leaves a
lease that runs out; another worker then says it again. Better twice than never.
"""

import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from audit import actions as audit
from messaging.gateways import Outgoing, Refused, gateway_for
from messaging.models import Message
from messaging.patience import patience

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
Status = Message.Status
VERBS = {
    Status.SENT: "messaging.message.sent",
    Status.FAILED: "messaging.message.failed",
    Status.REFUSED: "messaging.message.refused",
}


def drain(*, clock: Clock, most: int = 500) -> int:
    """Speak what is due, up to `most` messages; answers how many were tried."""
    tried = 0
    while tried < most and (message := claim(at=clock())) is not None:
        speak(message, clock=clock)
        tried += 1
    return tried


@transaction.atomic
def claim(*, at: datetime) -> Message | None:
    """The next message, now ours until its lease runs out.

    On PostgreSQL claimers step past each other's rows; SQLite has no such lock, but lets one transaction write at a
    time. The compare-and-swap holds on both.
    """
    due = Message.objects.due(at).order_by("next_try_at", "pk")
    while (message := due.select_for_update(skip_locked=True).first()) is not None:
        if message.attempts >= patience().tries:
            _settle(message, at=at, status=Status.FAILED, fault="LeaseRanOut")
            continue
        lease = at + timedelta(seconds=patience().lease)
        ours = {"status": Status.SENDING, "attempts": message.attempts + 1, "lease_until": lease}
        if _still(message).update(**ours):
            message.refresh_from_db()
            return message
    return None


def speak(message: Message, *, clock: Clock) -> None:
    """Say it, and write down what became of it: sent, refused for good, or to be tried again."""
    try:
        gateway_for(message.channel).send(
            Outgoing(ref=message.ref, to=message.to, subject=message.subject, text=message.text)
        )
    except Refused as refusal:
        _settle(message, at=clock(), status=Status.REFUSED, fault=refusal.code)
    except Exception as fault:  # whatever the network, the provider or the address book answers, the queue goes on
        log.warning("A message could not be sent", exc_info=True, extra={"message_ref": message.ref})
        _try_later(message, at=clock(), fault=type(fault).__name__)
    else:
        _settle(message, at=clock(), status=Status.SENT)


def _try_later(message: Message, *, at: datetime, fault: str) -> None:
    if message.attempts >= patience().tries:
        _settle(message, at=at, status=Status.FAILED, fault=fault)
        return
    # Twice as long each time, and never all at the same moment.
    pause = patience().backoff * 2 ** (message.attempts - 1) * random.uniform(1, 1.5)  # noqa: S311 no secret
    _still(message).update(
        status=Status.WAITING, lease_until=None, next_try_at=at + timedelta(seconds=pause), fault=fault[:120]
    )


@transaction.atomic
def _settle(message: Message, *, at: datetime, status: Status, fault: str = "") -> None:
    sent_at = at if status == Status.SENT else None
    if _still(message).update(status=status, lease_until=None, over_at=at, sent_at=sent_at, fault=fault[:120]):
        audit.record(verb=VERBS[status], by=None, at=at, subject=message, fault=fault)
        if status != Status.SENT:
            log.error("A message was given up", extra={"message_ref": message.ref, "status": str(status)})


def _still(message: Message) -> Any:
    """The row, if nobody has moved it since we read it: a worker that lost its lease changes nothing."""
    return Message.objects.filter(pk=message.pk, status=message.status, attempts=message.attempts)


@transaction.atomic
def forget(*, at: datetime) -> int:
    """Empty the address and the text of messages that have been over for a while; answers how many."""
    old = at - timedelta(days=patience().keep_days)
    over = Message.objects.over().filter(over_at__lte=old).exclude(to="", text="")
    return over.update(to="", text="")
