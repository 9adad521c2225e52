"""What nobody is busy with: leases that ran out, texts that are too late, words to be emptied."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from messaging.actions.last_gate import ENDED, stay
from messaging.clock import Clock
from messaging.gateways.texts import TextGateway
from messaging.models import InboundText, Text
from messaging.patience import text_patience

log = logging.getLogger(__name__)
Status = Text.Status
AT_ONCE = 500


def take_back_leases(*, at: datetime) -> None:
    """A worker died. What it had not begun is due again; what it may have sent is looked into first."""
    ran_out = Text.objects.filter(lease_until__lte=at)
    ran_out.filter(status=Status.CLAIMED).update(status=Status.DUE, claim="", lease_until=None, try_at=at)
    first = at + timedelta(seconds=text_patience().first_look)
    why = "It may have gone: that is being looked into."
    ran_out.filter(status=Status.SENDING).update(
        status=Status.UNKNOWN, lease_until=None, searches=0, try_at=first, reason="unknown", why=why
    )


def expire(*, at: datetime) -> int:
    """Texts that are too late to be of use; something else is made of each. Answers how many."""
    gone = 0
    for text in Text.objects.stale(at).order_by("send_before")[:AT_ONCE]:
        with transaction.atomic():
            ours = Text.objects.select_for_update().filter(pk=text.pk, status=text.status).first()
            if ours is not None:
                stay(ours, Status.EXPIRED, ENDED[Status.EXPIRED], at=at)
                gone += 1
    return gone


def redact(*, clock: Clock, gateway: TextGateway) -> int:
    """Empty the words at Twilio of what is over there; answers how many."""
    done = 0
    final = Text.objects.filter(status__in=Text.OVER, sid__isnull=False, redacted_at=None).exclude(over_at=None)
    for text in final.order_by("over_at")[:AT_ONCE]:
        try:
            gateway.redact(str(text.sid))
        except Exception:  # it stays for the next round
            log.warning("A text could not be emptied at the phone service", extra={"message_ref": text.ref})
            continue
        done += Text.objects.filter(pk=text.pk).update(redacted_at=clock())
    return done


@transaction.atomic
def forget(*, at: datetime) -> int:
    """Empty numbers and values of texts that have been over for a while, and of those that came in and were handled.

    A number's fingerprint stays, and what it asked for with it.
    """
    old = at - timedelta(days=text_patience().keep_days)
    over = Text.objects.filter(status__in=Text.OVER, over_at__lte=old).exclude(number="")
    handled = InboundText.objects.filter(handled_at__lte=old).exclude(number="", body="")
    return over.update(number="", values="") + handled.update(number="", body="")
