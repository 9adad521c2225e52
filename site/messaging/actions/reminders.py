"""Planning reminders: what falls due in the next days is promised, once, by the way that reaches each person now."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Model

from messaging import addresses, phrases, reminders
from messaging.actions.outbox import promise
from messaging.actions.texts import Promise, promise_texts
from messaging.models import Message
from messaging.pointers import pointer
from messaging.reminders import Occasion, Reminder
from messaging.routes import Channel, Route, routes
from messaging.rules import times
from messaging.rules.spoken import spoken

AHEAD = timedelta(days=3)
FOREVER = datetime.max.replace(tzinfo=UTC)
BATCH = 500
SUBJECT = "A reminder"
# Each phrase may end so; an email does not.
STOP = {"en": " Reply STOP to stop texts.", "cy": " Atebwch STOP i beidio cael negeseuon."}


def plan_all(*, by: Any, at: datetime, ahead: timedelta = AHEAD) -> int:
    """Promise every reminder of the next days; answers how many are new. Run again, or twice at once, it adds none."""
    return sum(
        remind(reminder=one, occasions=one.occasions(at, at + ahead), by=by, at=at) for one in reminders.declared()
    )


def remind(*, reminder: Reminder, occasions: Iterable[Occasion], by: Any, at: datetime) -> int:
    """Promise these occasions, in the caller's transaction where there is one; answers how many are new."""
    useful = (one for one in occasions if _until(one) > at)
    return sum(_batch(reminder, batch, by, at) for batch in _batches(useful))


def _batches(occasions: Iterator[Occasion]) -> Iterator[list[Occasion]]:
    while batch := list(islice(occasions, BATCH)):
        yield batch


def _until(occasion: Occasion) -> datetime:
    if occasion.send_before:
        return occasion.send_before
    return times.send_before(occasion.starts) if occasion.starts else FOREVER


@transaction.atomic
def _batch(reminder: Reminder, occasions: list[Occasion], by: Any, at: datetime) -> int:
    reached = routes({pointer(one.recipient) for one in occasions}, kind=reminder.key)
    texts, new = [], 0
    for one in occasions:
        route = reached[pointer(one.recipient)]
        if route.channel == Channel.TEXT:
            texts.append(_text(reminder, one, route))
        elif route.channel == Channel.EMAIL and one.send_after <= at:
            # Not before its time: an email passes no gate on its way out, so where they are is asked now.
            new += _email(reminder, one, route, by, at)
        elif route.channel == Channel.HAND and reminder.by_hand:
            reminder.by_hand(one, route.why, at)
    return new + promise_texts(texts, by=by, at=at)


def _text(reminder: Reminder, one: Occasion, route: Route) -> Promise:
    return Promise(
        kind=reminder.key, subject=one.subject, recipient=one.recipient, number=route.place, slot=one.slot,
        template=reminder.phrase, values=_values(one, route), version=one.version,
        language=route.language, send_after=one.send_after, send_before=one.send_before, starts=one.starts,
    )  # fmt: skip


def _values(one: Occasion, route: Route) -> dict[str, str]:
    said = {name: spoken(value, route.language) for name, value in one.values.items()}
    return {**said, phrases.GREETED: route.name}


def _email(reminder: Reminder, one: Occasion, route: Route, by: Any, at: datetime) -> int:
    key = f"{reminder.key}:{pointer(one.subject).ref}:{pointer(one.recipient).ref}:{one.slot}:{one.version}"
    if Message.objects.filter(key=key).exists():
        return 0
    values = _values(one, route)
    words = phrases.render(phrases.phrase(reminder.phrase), route.language, values).removesuffix(STOP[route.language])
    about = one.subject if isinstance(one.subject, Model) else None
    promise(
        to=addresses.email(route.place), about=about, subject=SUBJECT, text=words, context=values, key=key, by=by, at=at
    )
    return 1
