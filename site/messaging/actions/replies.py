"""Texts that people send us: written down once, what they ask for is done at once, and the rest reaches a person."""

import logging
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from messaging.actions import numbers
from messaging.hearing import find_whose, tell_of_reply
from messaging.models import InboundText, Number, Text
from messaging.models.numbers import index_of
from messaging.rules.replies import RESTS, Meaning, meaning
from messaging.wake import REPLIES, wake_after_commit

log = logging.getLogger(__name__)
ANSWERS_FOR = timedelta(days=14)  # a reply is taken to answer the last text of two weeks
MOST_LETTERS = 1_600  # that Twilio passes on


def receive(*, sid: str, number: str, body: str, opt_out: str, at: datetime) -> InboundText | None:
    """A text came in. The same one again (Twilio repeats itself) is None, and changes nothing."""
    try:
        with transaction.atomic():
            return _receive(sid, number[:40], clean(body)[:MOST_LETTERS], opt_out, at)
    except IntegrityError:
        return None


def _receive(sid: str, number: str, body: str, opt_out: str, at: datetime) -> InboundText:
    meant = meaning(body, opt_out=opt_out)
    known = numbers.known(number, at=at)
    answered = _answered(index_of(number), at)
    inbound = InboundText.objects.create(
        sid=sid,
        number=number,
        number_index=index_of(number),
        body=body,
        meaning=meant,
        text_ref=answered.ref if answered else "",
        recipient_type=answered.recipient_type if answered else "",
        recipient_ref=answered.recipient_ref if answered else "",
        received_at=at,
    )
    _obey(known, meant, at)
    wake_after_commit(REPLIES)
    audit.record(verb="messaging.text.received", by=None, at=at, subject=inbound, meaning=str(meant))
    return inbound


def _obey(number: Number, meant: Meaning, at: datetime) -> None:
    """Before Twilio has its answer: nothing may go to somebody who has just said stop."""
    if meant == Meaning.STOP:
        numbers.stop(number=number, by=None, at=at)
    elif meant == Meaning.START:
        numbers.start(number=number, by=None, at=at)
    elif meant in RESTS:
        numbers.pause(number=number, why=str(meant), by=None, at=at)


def _answered(number_index: str, at: datetime) -> Text | None:
    recent = Text.objects.filter(number_index=number_index, status__in=Text.OUT, sending_at__gt=at - ANSWERS_FOR)
    return recent.order_by("-sending_at").first()


def hear_all(*, at: datetime) -> int:
    """Tell the floors above of what has come in; answers how many. One that cannot be told holds up no other."""
    heard = 0
    for inbound in InboundText.objects.filter(heard_at=None).order_by("pk"):
        try:
            heard += _hear(inbound, at)
        except Exception:
            log.exception("A reply could not be passed on", extra={"message_ref": inbound.ref})
    return heard


@transaction.atomic
def _hear(inbound: InboundText, at: datetime) -> bool:
    mine = InboundText.objects.filter(pk=inbound.pk, heard_at=None)
    if not mine.update(heard_at=at, **_whose(inbound)):
        return False
    inbound.refresh_from_db()
    tell_of_reply(inbound, at)
    return True


def _whose(inbound: InboundText) -> dict[str, str]:
    """It answers no text of the last two weeks: then it is from whoever alone has this number."""
    who = None if inbound.recipient_ref else find_whose(inbound.number)
    return {"recipient_type": who.type, "recipient_ref": who.ref} if who else {}


@transaction.atomic
def handle(*, inbound: InboundText, by: object, at: datetime) -> None:
    """Somebody has read it and done what it needs."""
    handled = {"handled_at": at, "handled_by_ref": getattr(by, "ref", "")}
    if not InboundText.objects.filter(pk=inbound.pk, handled_at=None).update(**handled):
        raise NotAllowed("Somebody has dealt with this already.")
    inbound.refresh_from_db()
    audit.record(verb="messaging.text.handled", by=by, at=at, subject=inbound)
