"""Where the paper goes: moved from hand to hand, lost and found, or destroyed by the person whose it is."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support import papers, telling_leads
from casefiles_support.actions import duties, parcels
from casefiles_support.hands import THE_PERSON, Hand, named
from casefiles_support.models import HoldingMove, Parcel, Place
from casefiles_support.rules import holding_moves as rules
from casefiles_support.rules.parcels import KEEP
from common.dates import local_day
from common.transitions import NotAllowed, change
from common.transitions import move as transit

NOBODY = "Nobody we know of"


@transaction.atomic
def move(
    *,
    parcel: Parcel,
    to: str,
    on: date,
    given: Hand,
    taken: Hand,
    person_agreed: bool,
    signed_twice: bool,
    version: int,
    key: str,
    by: Any,
    at: datetime,
) -> Parcel:
    """From one hand to another. Of two moves at once one is taken; the other is shown where it is now."""
    if HoldingMove.objects.filter(parcel=parcel, key=key).exists():
        return Parcel.objects.get(pk=parcel.pk)  # the same form again
    journey, today = parcel.request.journey, local_day(at)
    giver, taker = named(given, journey=journey), named(taken, journey=journey)
    reasons = rules.why_not_move(
        frm=parcel.status, to=to, giver=giver, taker=taker, person_agreed=person_agreed, signed_twice=signed_twice,
        on=on, since=_since(parcel), today=today, held_until=papers.held_until(journey, at=at),
    )  # fmt: skip
    reasons += rules.why_not_carrier(
        carrier=parcel.carrier, to=to, in_custody=papers.is_inside(journey.person),
        authorised=parcel.request.was_authorised(today),
    )  # fmt: skip
    _refuse_if(reasons)
    names = {"given_by": giver.words, "taken_by": taker.words}
    agreed = {"person_agreed": person_agreed, "signed_twice": signed_twice}
    went = _go(parcel, to, on, version, by, at, key=key, **names, **agreed)
    if went.frm == Place.LOST:
        duties.settle(key=_lost(parcel), by=by, at=at)
    audit.record(verb="files.parcel.moved", by=by, at=at, subject=parcel, about=journey.person, to=str(to))
    return parcel


@transaction.atomic
def lose(*, parcel: Parcel, on: date, version: int, key: str, by: Any, at: datetime) -> Parcel:
    """Nobody knows where it is. The same day it is a breach, and those who answer for the programme are told."""
    if HoldingMove.objects.filter(parcel=parcel, key=key).exists():
        return Parcel.objects.get(pk=parcel.pk)
    if Place.LOST not in rules.MOVES[parcel.status] or not _since(parcel) <= on <= local_day(at):
        raise NotAllowed("Only what has come can be lost, between its last move and today.")
    journey, last = parcel.request.journey, parcel.moves.order_by("on", "pk").last()
    holder = last.taken_by if last else THE_PERSON
    _go(parcel, Place.LOST, on, version, by, at, key=key, given_by=holder, taken_by=NOBODY, person_agreed=False)
    duties.raise_duty(
        key=_lost(parcel), kind="lost", journey=journey, due_on=local_day(at), about_ref=parcel.ref, by=by, at=at
    )
    telling_leads.tell(
        roles=telling_leads.BOTH, journey=journey, about=parcel, key=_lost(parcel),
        page="casefiles_support:holding_moves-lost", by=by, at=at,
    )  # fmt: skip
    audit.record(verb="files.parcel.lost", by=by, at=at, subject=parcel, about=journey.person)
    return parcel


@transaction.atomic
def begin_breach(*, parcel: Parcel, by: Any, at: datetime) -> Parcel:
    """Somebody who answers for the programme has begun what must be done when papers are lost."""
    if parcel.status != Place.LOST or parcel.breach_begun_at is not None:
        raise NotAllowed("Somebody has begun it already, or it has been found.")
    change(parcel, seen=parcel.version, breach_begun_at=at, breach_begun_by=by)
    duties.fulfil(key=_lost(parcel), by=by, at=at)
    audit.record(verb="files.parcel.breach_begun", by=by, at=at, subject=parcel, about=parcel.request.journey.person)
    return parcel


@transaction.atomic
def ask_to_destroy(*, parcel: Parcel, version: int, by: Any, at: datetime) -> Parcel:
    """The person wants it destroyed. It waits for fourteen days, in case they think again."""
    _refuse_if(rules.why_not_ask_to_destroy(place=parcel.status, asked_already=parcel.destroy_after is not None))
    change(parcel, seen=version, destroy_after=local_day(at) + rules.WAIT)
    audit.record(verb="files.parcel.to_be_destroyed", by=by, at=at, subject=parcel, about=_person(parcel))
    return parcel


@transaction.atomic
def shorten(*, parcel: Parcel, version: int, by: Any, at: datetime) -> Parcel:
    """They do not want to wait. Nobody else may shorten it."""
    if parcel.destroy_after is None or parcel.destroy_after <= local_day(at):
        raise NotAllowed("There is no wait to shorten.")
    change(parcel, seen=version, destroy_after=local_day(at))
    audit.record(verb="files.parcel.wait_shortened", by=by, at=at, subject=parcel, about=_person(parcel))
    return parcel


@transaction.atomic
def think_again(*, parcel: Parcel, version: int, by: Any, at: datetime) -> Parcel:
    """They want to keep it after all."""
    if parcel.destroy_after is None:
        raise NotAllowed("They have not asked for it to be destroyed.")
    change(parcel, seen=version, destroy_after=None)
    audit.record(verb="files.parcel.kept_after_all", by=by, at=at, subject=parcel, about=_person(parcel))
    return parcel


@transaction.atomic
def destroy(*, parcel: Parcel, witness: Hand, version: int, key: str, by: Any, at: datetime) -> Parcel:
    """They destroyed it themselves, and somebody of ours saw it."""
    if HoldingMove.objects.filter(parcel=parcel, key=key).exists():
        return Parcel.objects.get(pk=parcel.pk)
    person, today = named(Hand(is_person=True), journey=parcel.request.journey), local_day(at)
    seen_by = named(witness, journey=parcel.request.journey)
    _refuse_if(
        rules.why_not_destroy(
            place=parcel.status, destroy_after=parcel.destroy_after, giver=person, witness=seen_by, today=today
        )
    )
    names = {"given_by": person.words, "taken_by": seen_by.words}
    _go(parcel, Place.DESTROYED, today, version, by, at, key=key, person_agreed=True, signed_twice=True, **names)
    audit.record(verb="files.parcel.destroyed", by=by, at=at, subject=parcel, about=_person(parcel))
    return parcel


def _go(parcel: Parcel, to: str, on: date, version: int, by: Any, at: datetime, **said: Any) -> HoldingMove:
    """The one place where a place changes: the version, the state and the move itself, together."""
    frm, kept_until = parcel.status, parcel.review_on
    change(
        parcel, seen=version, review_on=on + KEEP if to == Place.PROGRAMME else None, destroy_after=None,
        breach_begun_at=None, breach_begun_by=None,
    )  # fmt: skip
    transit(parcel, to=to, frm={frm})
    went = HoldingMove.objects.create(parcel=parcel, frm=frm, to=to, on=on, recorded_at=at, recorded_by=by, **said)
    if kept_until is not None:
        parcels.drop_review(parcel=parcel, was_due=kept_until, by=by, at=at)
    parcels.ask_review(parcel=parcel, by=by, at=at)
    return went


def _since(parcel: Parcel) -> date:
    last = parcel.moves.order_by("on", "pk").last()
    day = last.on if last else parcel.arrived_on
    assert day is not None
    return day


def _person(parcel: Parcel) -> Any:
    return parcel.request.journey.person


def _lost(parcel: Parcel) -> str:
    """Lost again after it was found, it is another occasion."""
    return f"parcel:{parcel.ref}:lost:{parcel.moves.filter(to=Place.LOST).count()}"


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
