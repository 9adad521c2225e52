"""Reports of what became of texts: written down as they come, and settled afterwards, in any order, once."""

import logging
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from messaging.actions.endings import follow_up
from messaging.models import Text, TextEvent
from messaging.rules.receipts import FINAL, merge
from messaging.wake import REPORTS, wake_after_commit

log = logging.getLogger(__name__)
Status = Text.Status
Source = TextEvent.Source
# A text without a name of Twilio's that a report with our reference is about: it went, whatever we thought.
NAMELESS = frozenset({Status.DUE, Status.CLAIMED, Status.SENDING, Status.UNKNOWN, Status.HELD})
STRANGERS_FOR = timedelta(days=1)  # then a report about a text that we do not know is let be


@transaction.atomic
def note(
    *, sid: str, status: str, code: int | None, text_ref: str, at: datetime, source: Source = Source.CALLBACK
) -> None:
    """Write a report down. The same status of the same text again is the same report."""
    event = TextEvent(sid=sid, status=status, error_code=code, text_ref=text_ref, source=source, received_at=at)
    TextEvent.objects.bulk_create([event], ignore_conflicts=True)
    wake_after_commit(REPORTS)


def settle_all(*, at: datetime, most: int = 5_000) -> int:
    """Settle what has come in, oldest first; answers how many. One that cannot be settled holds up no other."""
    settled = 0
    for event in TextEvent.objects.filter(settled_at=None).order_by("pk")[:most]:
        try:
            settled += settle(event, at=at)
        except Exception:
            log.exception("A report could not be settled")
    return settled


def settle_for(*, sid: str, at: datetime) -> None:
    """A text has just got its name: reports about it may have been faster."""
    for event in TextEvent.objects.filter(sid=sid, settled_at=None).order_by("pk"):
        settle(event, at=at)


def settle(event: TextEvent, *, at: datetime) -> bool:
    try:
        with transaction.atomic():
            return _settle(event, at)
    except IntegrityError:  # another text was bound to this name a moment ago: next time it is found by it
        return False


def _settle(event: TextEvent, at: datetime) -> bool:
    text = _text_of(event)
    if text is None:
        if event.received_at <= at - STRANGERS_FOR:
            log.warning("A report is about a text that we do not know")
            return _settled(event, at)
        return False
    if not TextEvent.objects.filter(pk=event.pk, settled_at=None).exists():
        return False
    step = merge(now=text.status, heard=event.status)
    odd = step.conflict or (not text.sid and text.status not in NAMELESS)
    if odd:
        log.error("Reports about a text disagree", extra={"message_ref": text.ref})
        Text.objects.filter(pk=text.pk).update(conflicts=text.conflicts + 1, sid=text.sid or event.sid)
    elif step.status != text.status or not text.sid:
        _move(text, event, step.status, at)
    return _settled(event, at, conflict=odd)


def _text_of(event: TextEvent) -> Text | None:
    """By its name, or else by the reference that we gave it, which only one without a name can be."""
    rows = Text.objects.select_for_update()
    found = rows.filter(sid=event.sid).first()
    if found is None and event.text_ref:
        found = rows.filter(ref=event.text_ref, sid=None).first()
    return found


def _move(text: Text, event: TextEvent, status: str, at: datetime) -> None:
    changes = {
        "status": status,
        "sid": text.sid or event.sid,
        "accepted_at": text.accepted_at or at,
        "lease_until": None,
        "error_code": event.error_code if status in FINAL else text.error_code,
        "over_at": at if status in FINAL else None,
        "reason": "" if status != text.status else text.reason,
        "why": "",
    }
    if not text.sid:
        changes |= {"searches": 0, "sending_at": text.sending_at or at}
    Text.objects.filter(pk=text.pk).update(**changes)
    text.refresh_from_db()
    if status in {Status.FAILED, Status.UNDELIVERED}:
        Text.objects.filter(pk=text.pk).update(reason=f"code-{event.error_code or 0}", why=NOT_DELIVERED)
        text.refresh_from_db()
        follow_up(text, code=event.error_code, at=at)


NOT_DELIVERED = "The phone service could not deliver it."


def _settled(event: TextEvent, at: datetime, *, conflict: bool = False) -> bool:
    return bool(TextEvent.objects.filter(pk=event.pk, settled_at=None).update(settled_at=at, conflict=conflict))
