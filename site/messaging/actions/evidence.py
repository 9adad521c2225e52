"""Was it taken or not? Found out before anything is sent again: by reports first, then in Twilio's own list.

The list lags behind, so only two searches some time apart that both find nothing count as “it never left”. A text of
the same words that belongs to another row is no evidence.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from messaging.actions import receipts
from messaging.actions.last_gate import ENDED, index_of_body, stay
from messaging.actions.sending import settle_taken
from messaging.actions.spends import refund
from messaging.clock import Clock
from messaging.gates import Reason
from messaging.gateways.texts import Listed, Taken, TextGateway
from messaging.models import Text, TextEvent
from messaging.patience import text_patience

log = logging.getLogger(__name__)
Status = Text.Status
MARGIN = timedelta(minutes=2)  # by which Twilio's clock may differ from ours
SEARCHES = 2
ASK = [Reason("unknown-outcome", "Three times nobody could tell whether it went. Ask them before you let it go again.")]


def look_into_unknown(*, clock: Clock, gateway: TextGateway, most: int = 500) -> int:
    """Look into each unknown text whose turn it is; answers how many."""
    return _each(Status.UNKNOWN, _look, clock=clock, gateway=gateway, most=most)


def ask_for_receipts(*, clock: Clock, gateway: TextGateway, most: int = 500) -> int:
    """Ask about texts of which no final report has come; answers how many."""
    waiting = [Status.ACCEPTED, Status.SENT]
    return sum(_each(status, _ask, clock=clock, gateway=gateway, most=most) for status in waiting)


def _each(status: Status, act: Any, *, clock: Clock, gateway: TextGateway, most: int) -> int:
    at = clock()
    seen = 0
    for text in Text.objects.filter(status=status, try_at__lte=at).order_by("try_at")[:most]:
        later = clock() + timedelta(seconds=text_patience().look_apart)
        mine = Text.objects.filter(pk=text.pk, status=status, try_at=text.try_at)
        if mine.update(try_at=later):  # of two that look at the same moment, one does
            text.try_at = later
            seen += 1
            try:
                act(text, clock=clock, gateway=gateway)
            except Exception:  # it could not be asked: that says nothing about the text, and we ask again
                log.warning("The phone service could not be asked", exc_info=True, extra={"message_ref": text.ref})
    return seen


def _look(text: Text, *, clock: Clock, gateway: TextGateway) -> None:
    for event in TextEvent.objects.filter(text_ref=text.ref, settled_at=None).order_by("pk"):
        receipts.settle(event, at=clock())
    if not Text.objects.filter(pk=text.pk, status=Status.UNKNOWN).exists():
        return
    found = _unclaimed(gateway.find(to=text.number, since=text.created_at - MARGIN), text)
    if found:
        settle_taken(text, Taken(found.sid, found.status), at=clock())
        receipts.settle_for(sid=found.sid, at=clock())
    else:
        _not_found(text, at=clock())


def _unclaimed(listed: list[Listed], text: Text) -> Listed | None:
    """The oldest one of these words that belongs to no other text."""
    same = [one for one in listed if index_of_body(one.body) == text.body_index]
    taken = set(Text.objects.filter(sid__in=[one.sid for one in same]).values_list("sid", flat=True))
    return next((one for one in reversed(same) if one.sid not in taken), None)


@transaction.atomic
def _not_found(text: Text, *, at: datetime) -> None:
    still = Text.objects.filter(pk=text.pk, status=Status.UNKNOWN, claim=text.claim, sid=None)
    if text.searches + 1 < SEARCHES:
        still.update(searches=F("searches") + 1)
        return
    if not (ours := still.select_for_update().first()):
        return
    refund(segments=ours.segments, whose=ours.recipient_ref, at=ours.sending_at or at)
    if ours.withdrawn:
        stay(ours, Status(ours.withdrawn), ENDED[Status(ours.withdrawn)], at=at)
    elif ours.send_before <= at:
        stay(ours, Status.EXPIRED, ENDED[Status.EXPIRED], at=at)
    elif ours.attempts >= text_patience().tries:
        stay(ours, Status.HELD, ASK, at=at)
    else:
        still.update(status=Status.DUE, claim="", try_at=at, searches=0, reason="", why="")


def _ask(text: Text, *, clock: Clock, gateway: TextGateway) -> None:
    """Ask how it stands. After some times without an end, nobody will tell us: it counts as sent without a receipt."""
    now = gateway.fetch(str(text.sid))
    at = clock()
    poll = TextEvent.Source.POLL
    receipts.note(sid=now.sid, status=now.status, code=now.error_code, text_ref="", at=at, source=poll)
    receipts.settle_for(sid=now.sid, at=at)
    waiting = Text.objects.filter(pk=text.pk, status__in=[Status.ACCEPTED, Status.SENT])
    if text.searches + 1 >= text_patience().polls:
        waiting.update(status=Status.NO_RECEIPT, over_at=at)
    else:
        later = text_patience().poll_after * 2 ** (text.searches + 1)
        waiting.update(searches=text.searches + 1, try_at=at + timedelta(seconds=later))
