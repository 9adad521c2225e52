"""How the outbox fares."""

from datetime import datetime, timedelta

from django.db.models import Min

from messaging.models import Message
from worker.health import Finding, State, declare, waiting
from worker.pace import pace

RECENT = timedelta(days=1)


def outbox(at: datetime) -> Finding:
    """How long the oldest message that is due has waited, and whether one was given up in the last day."""
    oldest = Message.objects.due(at).aggregate(first=Min("next_try_at"))["first"]
    found = waiting(since=[oldest] if oldest else [], at=at, late=pace().late)
    if found.state == State.OK and Message.objects.filter(status="failed", over_at__gt=at - RECENT).exists():
        return Finding(State.LOOK, "A message was given up in the last day.", found.seconds)
    return found


declare("outbox", outbox)
