"""Promising a message: in the transaction of the change that it tells of, so that neither exists without the other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from messaging.addresses import Address
from messaging.models import Message
from messaging.wake import wake_after_commit
from messaging.wording import Words, checked, rendered


@transaction.atomic
def promise(
    *,
    to: Address,
    about: Any,
    key: str,
    by: Any,
    at: datetime,
    subject: str = "",
    text: str = "",
    template: str = "",
    context: Mapping[str, Any] | None = None,
    send_after: datetime | None = None,
) -> Message:
    """Put a message in the outbox; it is spoken after the commit, within seconds, or from `send_after`.

    Say it with `subject` and `text`, or with `template` (`messages/<app>/<name>.txt`) and its `context`, in which
    `name` is what the reader is called. `about` is the record it concerns, or None. `key` makes it one message however
    often it is promised: build it from names and refs, such as `accounts.invitation:7h2kq09vxt4m`. Raises
    messaging.wording.NotNeutral when the words would give somebody away.
    """
    said = rendered(template, context or {}) if template else Words(subject, text)
    words = checked(said, greeted=str((context or {}).get("name", "")))
    columns = {
        "channel": to.channel,
        "to": to.place,
        "about_type": about._meta.label_lower if about is not None else "",
        "about_ref": getattr(about, "ref", ""),
        "template": template,
        "subject": words.subject,
        "text": words.text,
        "next_try_at": max(at, send_after or at),
        "created_at": at,
    }
    message, is_new = Message.objects.get_or_create(key=key, defaults=columns)
    if is_new:
        wake_after_commit()
        detail = {"channel": to.channel, "template": template, "concerns": message.about_ref}
        audit.record(verb="messaging.message.promised", by=by, at=at, subject=message, **detail)
    return message


@transaction.atomic
def withdraw(*, about: Any, by: Any, at: datetime) -> int:
    """Take back what was promised about a record and is not spoken yet; answers how many messages that was."""
    waiting = Message.objects.filter(
        about_type=about._meta.label_lower, about_ref=about.ref, status=Message.Status.WAITING
    )
    gone = waiting.update(status=Message.Status.REFUSED, over_at=at, fault="withdrawn")
    if gone:
        audit.record(verb="messaging.message.withdrawn", by=by, at=at, subject=about, count=gone)
    return gone
