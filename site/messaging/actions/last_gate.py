"""The last moment before a text goes: everything is asked once more, in the transaction that says “sending”."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Subquery

from audit import actions as audit
from common.sealed import blind_index
from messaging.actions.numbers import WHY, reason_against
from messaging.actions.spends import spend
from messaging.clock import Clock
from messaging.gates import Reason, Shut, why_not
from messaging.gateways.texts import TextOut
from messaging.hearing import make_something_else
from messaging.models import Number, Sender, Text
from messaging.models.senders import THE_SENDER
from messaging.models.texts import TextQuerySet
from messaging.patience import text_patience
from messaging.phrases import NotFit, body_of
from messaging.rules import times
from messaging.rules.segments import segments

Status = Text.Status
STOPPED_UNTIL = Subquery(Sender.objects.filter(pk=THE_SENDER).values("stopped_until"))
SHUT_FOR = timedelta(minutes=5)  # then a gate that was broken is asked again
VERBS = {
    Status.HELD: "messaging.text.held",
    Status.REFUSED: "messaging.text.refused",
    Status.EXPIRED: "messaging.text.expired",
    Status.CANCELLED: "messaging.text.cancelled",
    Status.SUPERSEDED: "messaging.text.superseded",
}

Verdict = tuple[Status, list[Reason]]
ENDED = {
    Status.EXPIRED: [Reason("too-late", "It is too late for it to be of use.")],
    Status.CANCELLED: [Reason("cancelled", "It was taken back.")],
    Status.SUPERSEDED: [Reason("superseded", "It was replaced by a later one.")],
}


def index_of_body(body: str) -> str:
    return blind_index(body, kind="messaging.body")


def begin(text: Text, *, clock: Clock) -> TextOut | None:
    """Say that a claimed text is being sent, and commit. None: it does not go, and its row says why.

    `text` then stands as its row does: nobody else may write that while the claim holds.
    """
    at = clock()
    try:
        return _begin(text, at)
    except Shut as shut:
        _still(text).update(
            status=Status.DUE, lease_until=None, claim="", try_at=at + SHUT_FOR, reason=shut.code, why=shut.words
        )
        return None


@transaction.atomic
def _begin(text: Text, at: datetime) -> TextOut | None:
    # The number first, then the text: STOP takes them in the same order, so one of us waits and nobody for ever.
    number = Number.objects.select_for_update().filter(number_index=text.number_index).first()
    ours = _still(text).select_for_update().annotate(stopped_until=STOPPED_UNTIL).first()
    if ours is None:
        return None
    if later := _not_now(ours, ours.stopped_until, at):
        _still(ours).update(status=Status.DUE, lease_until=None, claim="", try_at=later)
        return None
    body, against = _words(ours)
    if verdict := _ended(ours, at) or against or _against(number, ours, at):
        stay(ours, *verdict, at=at)
        return None
    parts = segments(body)
    if broken := spend(segments=parts, whose=ours.recipient_ref, at=at, within_caps=ours.within_caps):
        stay(ours, Status.HELD, [Reason("cap", words) for words in broken], at=at)
        return None
    lease = at + timedelta(seconds=text_patience().lease)
    changes = {
        "status": Status.SENDING, "sending_at": at, "lease_until": lease, "attempts": ours.attempts + 1,
        "segments": parts, "body_index": index_of_body(body), "reason": "", "why": "",
    }  # fmt: skip
    _still(ours).update(**changes)
    for name, value in changes.items():
        setattr(text, name, value)
    return TextOut(ref=ours.ref, to=ours.number, body=body, seconds=times.validity(at=at, starts=ours.starts))


def _not_now(text: Text, stopped_until: datetime | None, at: datetime) -> datetime | None:
    """When to come back: sending has stopped since we claimed it, or it is quiet and the morning is not too late."""
    if stopped_until and stopped_until > at:
        return stopped_until
    morning = times.next_moment(at)
    return morning if at < morning < text.send_before else None


def _ended(text: Text, at: datetime) -> Verdict | None:
    """It was withdrawn, or is too late, or there is no moment left that is not quiet."""
    if text.withdrawn:
        return Status(text.withdrawn), ENDED[Status(text.withdrawn)]
    fresh = at < text.send_before and times.may_speak(at)
    return None if fresh else (Status.EXPIRED, ENDED[Status.EXPIRED])


def _words(text: Text) -> tuple[str, Verdict | None]:
    try:
        return body_of(text), None
    except NotFit as unfit:
        return "", (Status.HELD, [Reason("wording", " ".join(unfit.problems))])


def _against(number: Number | None, text: Text, at: datetime) -> Verdict | None:
    """Every reason why it may not go: the number's, the allow-list's, and those of the floors above."""
    found = []
    if code := reason_against(number):
        found.append(Reason(code, WHY[code], hold=code == "number-paused"))
    if settings.TEXT_ONLY_TO and text.number not in settings.TEXT_ONLY_TO:
        found.append(Reason("not-on-the-list", "This installation sends texts to a few numbers only."))
    found += why_not(text, at)
    if not found:
        return None
    return (Status.HELD if all(reason.hold for reason in found) else Status.REFUSED), found


def stay(text: Text, status: Status, reasons: list[Reason], *, at: datetime) -> None:
    """It does not go. The first reason that may not be waived names it; staff read them all."""
    first = next((reason for reason in reasons if not reason.hold), reasons[0])
    said = " ".join(dict.fromkeys(reason.words for reason in reasons))[:300]
    over = None if status == Status.HELD else at
    changes = {"status": status, "reason": first.code, "why": said, "over_at": over, "lease_until": None, "claim": ""}
    if Text.objects.filter(pk=text.pk, status=text.status, claim=text.claim).update(**changes):
        text.refresh_from_db()
        if status in Text.NOT_GONE:
            make_something_else(text, at)
        audit.record(verb=VERBS[status], by=None, at=at, subject=text, code=first.code)


def _still(text: Text) -> TextQuerySet:
    """The row, if it is still ours."""
    return Text.objects.filter(pk=text.pk, status=Status.CLAIMED, claim=text.claim)
