"""Promising texts: in the transaction of the change that they tell of, so that neither exists without the other."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from audit import actions as audit
from messaging import phrases
from messaging.hearing import make_something_else
from messaging.models import Number, Text
from messaging.models.numbers import index_of
from messaging.pointers import pointer
from messaging.rules import times
from messaging.rules.numbers import mobile
from messaging.wake import TEXTS, wake_after_commit

BATCH = 500
LASTS = timedelta(hours=24)  # what starts at no hour of its own is stale a day later
Key = tuple[str, str, str, str, int]


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One text to be promised.

    `subject` (a record, a Pointer or None) is what it tells of and `version` which state of it; `recipient` is the
    record of whoever reads it, or a Pointer to it. `slot` tells one occasion from another: `day_before`. `template`
    and `values` are as messaging.phrases has them. It goes from `send_after`, never in quiet hours, and not after
    `send_before` (two hours before `starts`, unless it is given).
    """

    kind: str
    subject: Any
    recipient: Any
    number: str = field(repr=False)
    slot: str
    template: str
    values: Mapping[str, str] = field(repr=False)
    version: int = 0
    language: str = "en"
    send_after: datetime
    send_before: datetime | None = None
    starts: datetime | None = None
    template_version: int | None = None

    @property
    def key(self) -> Key:
        return (self.kind, pointer(self.subject).ref, pointer(self.recipient).ref, self.slot, self.version)


@transaction.atomic
def promise_text(*, by: Any, at: datetime, **promised: Any) -> Text:
    """Put one text in the outbox; takes the fields of Promise. The same key again answers the text that stands."""
    promise = Promise(**promised)
    made = _made(promise, at=at)
    _insert([made], at=at)
    text = Text.objects.get(**_named(promise.key))
    if text.ref == made.ref:
        about = promise.recipient
        detail = {"kind": text.kind, "template": text.template, "concerns": text.subject_ref}
        audit.record(verb="messaging.text.promised", by=by, at=at, subject=text, about=about, **detail)
    return text


@transaction.atomic
def promise_texts(promises: Iterable[Promise], *, by: Any, at: datetime) -> int:
    """Put many texts in the outbox; answers how many are new. Several planners may promise the same at once."""
    # In one order for all planners: two that take the same rows in different orders would wait for each other.
    by_key = {promise.key: promise for promise in promises}
    new = 0
    made = (_made(by_key[key], at=at) for key in sorted(by_key))
    while batch := [text for _, text in zip(range(BATCH), made, strict=False)]:
        new += _insert(batch, at=at)
    if new:
        audit.record(verb="messaging.texts.promised", by=by, at=at, count=new)
    return new


def _named(key: Key) -> dict[str, Any]:
    return dict(zip(("kind", "subject_ref", "recipient_ref", "slot", "version"), key, strict=True))


def _made(promise: Promise, *, at: datetime) -> Text:
    number = mobile(promise.number)
    phrase = phrases.phrase(promise.template, promise.template_version)
    until = promise.send_before or (times.send_before(promise.starts) if promise.starts else promise.send_after + LASTS)
    text = Text(
        **_named(promise.key),
        subject_type=pointer(promise.subject).type,
        recipient_type=pointer(promise.recipient).type,
        number=number,
        number_index=index_of(number) if number else "",
        language=promise.language,
        template=phrase.name,
        template_version=phrase.version,
        values=json.dumps(dict(promise.values), ensure_ascii=False, sort_keys=True),
        send_after=promise.send_after,
        send_before=max(until, promise.send_after),
        starts=promise.starts,
        try_at=times.next_moment(max(at, promise.send_after)),
        created_at=at,
    )
    if not number:
        text.status, text.over_at = Text.Status.REFUSED, at
        text.reason, text.why = "not-a-mobile", "The number is not one that texts can be sent to."
    return text


def _insert(texts: list[Text], *, at: datetime) -> int:
    """Add those that are not there yet; whoever was there first stays as it is."""
    numbers = {text.number_index: text.number for text in texts if text.number}
    Number.objects.bulk_create(
        [Number(number=numbers[index], number_index=index, added_at=at) for index in sorted(numbers)],
        ignore_conflicts=True,
    )
    Text.objects.bulk_create(texts, ignore_conflicts=True)
    refs = {text.ref for text in texts}
    for text in Text.objects.filter(ref__in=[text.ref for text in texts if text.status == Text.Status.REFUSED]):
        make_something_else(text, at)
    wake_after_commit(TEXTS)
    return Text.objects.filter(ref__in=refs).count()
