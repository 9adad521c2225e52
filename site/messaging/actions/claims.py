"""Taking texts to be sent: each by one worker, no faster than the house may, and none while it is stopped."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from common.refs import new_ref
from messaging.actions.senders import the_sender
from messaging.models import Sender, Text
from messaging.patience import text_patience

Status = Text.Status
AHEAD = timedelta(seconds=1)  # how far ahead a place in the queue is given out
NEEDED = ("ref", "number_index", "status", "claim", "searches")
EVENLY = 0.96  # of the speed: a text that was a little late must not make its second too full


@dataclass(frozen=True)
class Claimed:
    """A text that is ours until its lease runs out, and the moment from which it may go."""

    text: Text
    goes_at: datetime


@dataclass(frozen=True)
class Claim:
    """`busy`: there may be more to send, but not now; look again in a moment."""

    claimed: list[Claimed] = field(default_factory=list)
    busy: bool = False


@transaction.atomic
def claim(*, most: int, at: datetime, among: int = 1) -> Claim:
    """Up to `most` texts that are due, and no more than our share where `among` claim side by side.

    On PostgreSQL claimers step past each other's rows; SQLite has no such lock, but lets one transaction write at a
    time. The compare-and-swap holds on both.
    """
    limited = text_patience().per_second > 0
    sender = the_sender(lock=limited)
    if sender.is_stopped(at):
        return Claim()
    if sender.next_at and sender.next_at >= at + AHEAD:
        return Claim(busy=Text.objects.due(at).exists())
    in_hand = Text.objects.filter(status__in=Text.IN_HAND).count()
    room = (1 if sender.stopped_at else sender.at_once) - in_hand  # after a stop one text tries the ice
    share = min(most, max(room // among, 1), _places(sender, at))
    texts = _take(share, at=at) if room > 0 else []
    if not texts:
        return Claim(busy=Text.objects.due(at).exists())
    return Claim(_queue(texts, sender, at=at))


def _take(most: int, *, at: datetime) -> list[Text]:
    """Read without what they say: the last gate reads each again, once its row is locked."""
    due = list(Text.objects.due(at).select_for_update(skip_locked=True).only(*NEEDED)[:most])
    token, lease = new_ref(), at + timedelta(seconds=text_patience().lease)
    ours = {"status": Status.CLAIMED, "claim": token, "lease_until": lease}
    still = Text.objects.filter(pk__in=[text.pk for text in due], status=Status.DUE)
    if still.update(**ours) != len(due):
        mine = Text.objects.filter(claim=token, status=Status.CLAIMED).only(*NEEDED)
        return list(mine.order_by("try_at", "starts", "pk"))
    for text in due:
        text.status, text.claim, text.lease_until = Status.CLAIMED, token, lease
    return due


def _gap() -> timedelta:
    speed = text_patience().per_second
    return timedelta(seconds=1 / (speed * EVENLY)) if speed else timedelta()


def _places(sender: Sender, at: datetime) -> int:
    """How many places in the queue lie within the next second."""
    first, gap = max(at, sender.next_at or at), _gap()
    return int((at + AHEAD - first) / gap) + 1 if gap else 1_000


def _queue(texts: list[Text], sender: Sender, *, at: datetime) -> list[Claimed]:
    """Give each its place; the next after them is free for whoever comes next."""
    first, gap = max(at, sender.next_at or at), _gap()
    if gap:
        Sender.objects.filter(pk=sender.pk).update(next_at=first + gap * len(texts))
    return [Claimed(text, first + gap * place) for place, text in enumerate(texts)]
