"""Stopping and starting the way out, and how fast it goes."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from audit import actions as audit
from messaging.hearing import alarm
from messaging.models import Sender
from messaging.models.senders import THE_SENDER
from messaging.patience import text_patience

A_DAY = 86_400
MOST_AT_ONCE = 32
WHY = "Twilio takes no texts from us: somebody must look at the account. Texts wait, and none is lost."


def the_sender(*, lock: bool = False) -> Sender:
    rows = Sender.objects.select_for_update() if lock else Sender.objects
    return rows.get(pk=THE_SENDER)


@transaction.atomic
def stop_sending(*, code: int, at: datetime) -> datetime:
    """The account or the number we send from is at fault: nothing goes for a while. One alarm for each stop.

    Answers until when. After that one text is tried; should it fail in the same way, the next stop is twice as long.
    """
    sender = the_sender(lock=True)
    if sender.stopped_until and sender.stopped_until > at:
        return sender.stopped_until
    lasts = min(text_patience().stopped_for * 2 ** min(sender.stops, 10), A_DAY)
    until = at + timedelta(seconds=lasts)
    stopped = {"stopped_at": at, "stopped_until": until, "stopped_code": code, "stops": min(sender.stops + 1, 100)}
    Sender.objects.filter(pk=sender.pk).update(**stopped)
    alarm("sender-stopped", WHY, at)
    audit.record(verb="messaging.sender.stopped", by=None, at=at, code=code)
    return until


@transaction.atomic
def start_sending(*, at: datetime) -> None:
    """A text was taken after a stop: all is well again."""
    started = {"stopped_at": None, "stopped_until": None, "stopped_code": None, "stops": 0}
    if Sender.objects.filter(pk=THE_SENDER, stopped_until__lte=at).update(**started):
        audit.record(verb="messaging.sender.started", by=None, at=at)


def slow_down(*, wait: float, at: datetime) -> None:
    """Too many at once: half as many from now on, and nobody sends before the pause is over."""
    with transaction.atomic():
        sender = the_sender(lock=True)
        pause = at + timedelta(seconds=max(wait, 1))
        later = max(pause, sender.next_at) if sender.next_at else pause
        Sender.objects.filter(pk=sender.pk).update(at_once=max(1, sender.at_once // 2), next_at=later)


def speed_up() -> None:
    """It went well for a while: one more at once."""
    Sender.objects.filter(pk=THE_SENDER, at_once__lt=MOST_AT_ONCE).update(at_once=F("at_once") + 1)
