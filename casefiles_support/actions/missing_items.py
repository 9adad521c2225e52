"""What should be there and is not: noted, asked for by name, asked again, answered."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from audit import actions as audit
from casefiles_support.actions import duties, redactions
from casefiles_support.models import AccessRequest, Journey, MissingItem
from casefiles_support.rules import missing_items as rules
from casefiles_support.standing import locked_open, refuse_if
from common.dates import local_day
from common.transitions import change

BATCH = 500


@transaction.atomic
def note(
    *,
    request: AccessRequest,
    kind: str,
    key: str,
    by: Any,
    at: datetime,
    years_from: int | None = None,
    years_to: int | None = None,
) -> MissingItem:
    """One kind of thing that did not come. We then offer to ask for it."""
    request = locked_open(request)
    if earlier := MissingItem.objects.filter(request=request, key=key).first():
        return earlier
    today = local_day(at)
    refuse_if(rules.why_not_note(state=request.status, years_from=years_from, years_to=years_to, today=today))
    new = MissingItem(
        request=request, kind=kind, years_from=years_from, years_to=years_to, key=key, noted_at=at, noted_by=by
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return MissingItem.objects.get(request=request, key=key)  # the same form, sent twice at once
    redactions.owe_asking(request=request, by=by, at=at)
    _trail("files.missing_item.noted", new, by, at, kind=kind)
    return new


@transaction.atomic
def ask(*, request: AccessRequest, on: date, by: Any, at: datetime, noted_by: datetime | None = None) -> int:
    """A letter asks for each of those that nobody has asked for yet, by name. Answers how many. `noted_by`: when the
    letter was written, which names nothing that was noted later.
    """
    request = locked_open(request)
    waiting = list(MissingItem.objects.filter(request=request, asked_on=None, answered_on=None).order_by("noted_at"))
    waiting = [one for one in waiting if noted_by is None or one.noted_at <= noted_by]
    noted = local_day(waiting[-1].noted_at) if waiting else on
    refuse_if(rules.why_not_ask(on=on, today=local_day(at), noted=noted, there=len(waiting)))
    for one in waiting:
        change(one, seen=one.version, asked_on=on)
    redactions.asked(request=request, by=by, at=at)
    audit.record(
        verb="files.missing_item.asked", by=by, at=at, subject=request, about=request.journey.person,
        items=len(waiting),
    )  # fmt: skip
    return len(waiting)


@transaction.atomic
def chase(*, missing_item: MissingItem, on: date, seen: int, by: Any, at: datetime) -> MissingItem:
    """Asked again."""
    locked_open(missing_item.request)
    now = _now(missing_item)
    refuse_if(
        rules.why_not_chase(
            asked_on=now.asked_on, chased_on=now.chased_on, answered=now.answered_on is not None, on=on,
            today=local_day(at),
        )
    )  # fmt: skip
    change(missing_item, seen=seen, chased_on=on)
    duties.fulfil(key=_duty(now), by=by, at=at)
    _trail("files.missing_item.chased", missing_item, by, at)
    return missing_item


@transaction.atomic
def answer(*, missing_item: MissingItem, on: date, result: str, seen: int, by: Any, at: datetime) -> MissingItem:
    """What came of asking. Where somebody else has it, they can be asked."""
    locked_open(missing_item.request)
    now = _now(missing_item)
    wanted = result in MissingItem.Result.values
    refuse_if(
        rules.why_not_answer(
            asked_on=now.asked_on, answered=now.answered_on is not None, on=on, today=local_day(at), wanted=wanted
        )
    )
    change(missing_item, seen=seen, answered_on=on, result=result)
    duties.settle(key=_duty(now), by=by, at=at)
    _trail("files.missing_item.answered", missing_item, by, at, result=result)
    return missing_item


@transaction.atomic
def raise_unanswered(*, by: Any, at: datetime) -> int:
    """What was asked for four weeks ago and not answered is to be asked again. Answers how many there are."""
    today = local_day(at)
    open_ = MissingItem.objects.filter(asked_on__isnull=False, answered_on=None).exclude(
        request__journey__status=Journey.Status.CLOSED
    )
    late = open_.annotate(last=Coalesce(F("chased_on"), F("asked_on"))).filter(last__lte=today - rules.CHASE_AFTER)
    found = list(late.select_related("request__journey__person").order_by("last", "pk")[:BATCH])
    for one in found:
        duties.raise_duty(
            key=_duty(one), kind="ask_for_pages", journey=one.request.journey, due_on=today, about_ref=one.ref, by=by,
            at=at,
        )  # fmt: skip
    return len(found)


def _duty(missing_item: MissingItem) -> str:
    return f"missing:{missing_item.ref}:{missing_item.chased_on or missing_item.asked_on}"


def _now(missing_item: MissingItem) -> MissingItem:
    return MissingItem.objects.get(pk=missing_item.pk)


def _trail(verb: str, missing_item: MissingItem, by: Any, at: datetime, **detail: Any) -> None:
    request = missing_item.request
    about = request.journey.person
    audit.record(verb=verb, by=by, at=at, subject=missing_item, about=about, request=request.ref, **detail)
