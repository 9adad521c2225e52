"""Taking texts back: what they tell of has moved, or is off."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from messaging.actions.texts import promise_text
from messaging.models import Text
from messaging.pointers import Pointer
from messaging.rules import times

Status = Text.Status
GONE = {Status.SUPERSEDED: "It was replaced by a later one.", Status.CANCELLED: "It was taken back."}
VERBS = {Status.SUPERSEDED: "messaging.text.superseded", Status.CANCELLED: "messaging.text.cancelled"}


@transaction.atomic
def supersede(*, subject: Any, version: int, by: Any, at: datetime, kinds: Iterable[str] = ()) -> list[Text]:
    """The subject now stands in `version`: no text of an earlier one goes any more.

    Answers those that are out already, or may be: they are what `correct_if_out` is for.
    """
    older = Text.objects.about(subject).filter(version__lt=version)
    return _withdraw(older, kinds, to=Status.SUPERSEDED, subject=subject, by=by, at=at)


@transaction.atomic
def cancel(*, subject: Any, by: Any, at: datetime, kinds: Iterable[str] = ()) -> list[Text]:
    """What the texts tell of is off. Answers those that are out already, or may be."""
    return _withdraw(Text.objects.about(subject), kinds, to=Status.CANCELLED, subject=subject, by=by, at=at)


def _withdraw(texts: Any, kinds: Iterable[str], *, to: Status, subject: Any, by: Any, at: datetime) -> list[Text]:
    texts = texts.filter(kind__in=list(kinds)) if kinds else texts
    still_here = texts.filter(status__in=Text.WAITING)
    over: dict[str, Any] = {"reason": str(to), "why": GONE[to], "over_at": at, "lease_until": None, "claim": ""}
    gone = still_here.update(status=to, **over)
    # In the air: should it turn out that one never left, it does not go after all.
    texts.filter(status__in=[Status.SENDING, Status.UNKNOWN]).update(withdrawn=to)
    if gone:
        about = None if isinstance(subject, Pointer) else subject
        audit.record(verb=VERBS[to], by=by, at=at, subject=about, count=gone, concerns=subject.ref)
    return list(texts.filter(status__in=Text.OUT).order_by("pk"))


@transaction.atomic
def correct_if_out(
    *,
    out: Iterable[Text],
    subject: Any,
    version: int,
    kind: str,
    template: str,
    values: Mapping[str, str],
    by: Any,
    at: datetime,
    starts: datetime | None = None,
    send_before: datetime | None = None,
) -> list[Text]:
    """One more text to each person who has the old one, at the same number and in the same language.

    `out` is what `supersede` or `cancel` answered; `values` are laid over the old ones. It goes at once, or at 08:00.
    """
    newest = {(text.recipient_type, text.recipient_ref): text for text in sorted(out, key=lambda text: text.pk)}
    return [
        promise_text(
            kind=kind,
            subject=subject,
            recipient=Pointer(text.recipient_type, text.recipient_ref),
            number=text.number,
            slot="correction",
            version=version,
            language=text.language,
            template=template,
            values={**text.opened_values(), **values},
            send_after=times.next_moment(at),
            send_before=send_before,
            starts=starts,
            by=by,
            at=at,
        )
        for text in newest.values()
        if text.number  # else it was forgotten: long over
    ]
