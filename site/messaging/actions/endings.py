"""What an error code asks for, once a text is surely not delivered."""

from datetime import datetime, timedelta

from messaging.actions import numbers, senders
from messaging.actions.texts import promise_text
from messaging.hearing import alarm, make_something_else
from messaging.models import Number, Text
from messaging.patience import text_patience
from messaging.pointers import Pointer
from messaging.rules import times
from messaging.rules.answers import ONCE_MORE_AFTER, Then, then

AGAIN = ".again"
BLOCKED_TODAY = "Phone networks keep blocking our texts: somebody must look at what they say."
DAY = timedelta(days=1)


def follow_up(text: Text, *, code: int | None, at: datetime) -> None:
    """A text has failed or was not delivered: tell its number, try once more, or make something else of it.

    Runs in the transaction that says so. `text` stands as it is in the database.
    """
    asks = then(code)
    number = Number.objects.filter(number_index=text.number_index).first()
    if number and asks == Then.BAD_NUMBER:
        numbers.mark_bad(number=number, code=code or 0, by=None, at=at)
    elif number and asks == Then.OPTED_OUT:
        numbers.stop(number=number, by=None, at=at)
    elif asks == Then.BLOCKED:
        _count_blocked(at)
    elif asks == Then.STOP_SENDING:
        senders.stop_sending(code=code or 0, at=at)
    elif asks == Then.TRY_ONCE_MORE and _once_more(text, at):
        return
    make_something_else(text, at)


def _once_more(text: Text, at: datetime) -> bool:
    """Promise it again for half an hour later, if that is still of use. It is a text of its own, and the last."""
    later = times.next_moment(at + timedelta(seconds=ONCE_MORE_AFTER))
    if text.slot.endswith(AGAIN) or later >= text.send_before or not text.number or text.withdrawn:
        return False
    promise_text(
        kind=text.kind,
        subject=Pointer(text.subject_type, text.subject_ref),
        recipient=Pointer(text.recipient_type, text.recipient_ref),
        number=text.number,
        slot=text.slot + AGAIN,
        version=text.version,
        language=text.language,
        template=text.template,
        template_version=text.template_version,
        values=text.opened_values(),
        send_after=later,
        send_before=text.send_before,
        starts=text.starts,
        by=None,
        at=at,
    )
    return True


def _count_blocked(at: datetime) -> None:
    """One alarm a day, with the text that makes it so many."""
    blocked = [code for code in (30004, 30007) if then(code) == Then.BLOCKED]
    today = Text.objects.filter(error_code__in=blocked, over_at__gt=at - DAY).count()
    if today == text_patience().blocked:
        alarm("blocked", BLOCKED_TODAY, at)
