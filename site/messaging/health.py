"""How the outboxes fare."""

from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from messaging.actions.senders import the_sender
from messaging.gateways.texts import text_gateway
from messaging.models import Message, Text
from messaging.patience import text_patience
from messaging.rules.times import may_speak
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


def texts(at: datetime) -> Finding:
    """Is sending stopped, is there a way out, and how long has the oldest text waited that might go now?"""
    if the_sender().is_stopped(at):
        return Finding(State.LOOK, "Sending texts has stopped: look at the account.")
    oldest, in_doubt = _waiting_and_in_doubt(at)
    if not may_speak(at):
        oldest = None
    if oldest and text_gateway() is None:
        return Finding(State.LOOK, "Texts wait, and no way to send them is set up.")
    found = waiting(since=[oldest] if oldest else [], at=at, late=pace().late)
    # One text that may or may not have gone is soon looked into; many for long mean that Twilio cannot be asked.
    if found.state == State.OK and in_doubt >= text_patience().unknown_many:
        return Finding(State.LOOK, "Of some texts nobody has known for long whether they went: look at the account.")
    return found


def _waiting_and_in_doubt(at: datetime) -> tuple[datetime | None, int]:
    """Since when the oldest due text has waited; and of how many nobody has known for long whether they went."""
    due = Q(status=Text.Status.DUE, try_at__lte=at)
    long_ago = at - timedelta(seconds=text_patience().unknown_for)
    in_doubt = Q(status=Text.Status.UNKNOWN, sending_at__lte=long_ago)
    found = Text.objects.filter(due | in_doubt).aggregate(
        oldest=Min("try_at", filter=due), in_doubt=Count("pk", filter=in_doubt)
    )
    return found["oldest"], found["in_doubt"]


declare("outbox", outbox)
declare("texts", texts)
