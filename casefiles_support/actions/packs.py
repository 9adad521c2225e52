"""Printing a pack, handing it over, and making a former one void: one stands at a time."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.models import Journey, Pack
from casefiles_support.rules import packs as rules
from common.dates import local_day
from common.transitions import NotAllowed
from places.models import Establishment

Why = Pack.Why


@transaction.atomic
def print_(
    *,
    journey: Journey,
    ref: str,
    large_print: bool,
    language: str,
    establishment: Establishment | None,
    key: str,
    by: Any,
    at: datetime,
) -> Pack:
    """It goes on paper now; `ref` is the code that stands on it. The former one is void from this moment."""
    if earlier := Pack.objects.filter(printed_by=by, key=key).first():
        return earlier
    # Whoever prints next waits here, and makes this one void.
    journey = Journey.objects.select_for_update().select_related("person").get(pk=journey.pk)
    if earlier := Pack.objects.filter(printed_by=by, key=key).first():
        return earlier
    if reasons := rules.why_not_print(closed=journey.status == Journey.Status.CLOSED):
        raise NotAllowed(*reasons)
    former = _void(journey, Why.PRINTED_AGAIN, at)
    pack = Pack(
        ref=ref, journey=journey, establishment=establishment, large_print=large_print, language=language, key=key,
        printed_at=at, printed_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            pack.save(force_insert=True)
    except IntegrityError:
        return Pack.objects.get(printed_by=by, key=key)  # the same form, sent twice at once
    for duty in journey.duties.open().filter(kind="pack_again").order_by("pk"):
        duties.fulfil(key=duty.key, by=by, at=at)
    named = {"instead_of": former.ref} if former else {}
    audit.record(verb="files.pack.printed", by=by, at=at, subject=pack, about=journey.person, **named)
    return pack


@transaction.atomic
def hand_over(*, pack: Pack, on: date, by: Any, at: datetime) -> Pack:
    """The day on which they were given it."""
    pack = Pack.objects.select_for_update().select_related("journey__person").get(pk=pack.pk)
    if pack.handed_on == on:
        return pack
    reasons = rules.why_not_hand_over(
        void=pack.voided_at is not None, handed=pack.handed_on, on=on, printed=local_day(pack.printed_at),
        today=local_day(at),
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    pack.handed_on = on
    pack.save(update_fields=["handed_on"])
    audit.record(verb="files.pack.handed_over", by=by, at=at, subject=pack, about=pack.journey.person)
    return pack


@transaction.atomic
def out_of_date(*, journey: Journey, because: str, occasion: str, due_on: date, by: Any, at: datetime) -> Pack | None:
    """They moved or were released: what was printed is void, and whoever keeps the journey owes them a new print.

    `occasion` names the move, so that the same one asks once.
    """
    former = _void(journey, because, at)
    if former is None:
        return None
    key = f"move:{occasion}:{journey.ref}:pack_again"
    duties.raise_duty(key=key, kind="pack_again", journey=journey, due_on=due_on, about_ref=former.ref, by=by, at=at)
    audit.record(verb="files.pack.out_of_date", by=by, at=at, subject=former, about=journey.person)
    return former


def _void(journey: Journey, because: str, at: datetime) -> Pack | None:
    former = Pack.objects.standing().select_for_update().filter(journey=journey).first()
    if former is not None:
        former.voided_at, former.voided_because = at, because
        former.save(update_fields=["voided_at", "voided_because"])
    return former
