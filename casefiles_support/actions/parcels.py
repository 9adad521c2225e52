"""Papers that are announced, that come, and of which the person is told: the same day, or the next working day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import papers, stages
from casefiles_support.actions import duties, journeys
from casefiles_support.hands import Hand, named
from casefiles_support.locking import lock
from casefiles_support.models import AccessRequest, Code, HoldingMove, Journey, Parcel, Place, Topic
from casefiles_support.rules import holding_moves as moves
from casefiles_support.rules import parcels as rules
from common.dates import local_day
from common.transitions import NotAllowed, change, move

OPENS = "supporter"  # what somebody chose who wants their supporter to open it


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What was seen on the outside, and nothing else. `sealed` None: we cannot tell."""

    on: date
    place: str
    by: str
    opened: str
    sealed: bool | None
    given: Hand
    taken: Hand
    containers: int = 1
    carrier: str = "paper"
    stated_pages: int | None = None


@transaction.atomic
def announce(
    *, request: AccessRequest, on: date, carrier: str, containers: int, key: str, by: Any, at: datetime
) -> Parcel:
    """The holder says that it will come. Nothing has to be told yet."""
    if earlier := Parcel.objects.filter(request=request, key=key).first():
        return earlier
    today, person = local_day(at), request.journey.person
    reasons = rules.why_not_announce(
        carrier=carrier, in_custody=papers.is_inside(person), authorised=request.was_authorised(today), on=on,
        today=today,
    )  # fmt: skip
    _refuse_if(reasons)
    new = Parcel(request=request, key=key, announced_on=on, carrier=carrier, containers=containers)
    if (already := _added(new, by, at)) is not None:
        return already
    audit.record(verb="files.parcel.announced", by=by, at=at, subject=new, about=person)
    return new


@transaction.atomic
def receive(*, request: AccessRequest, arrival: Arrival, key: str, by: Any, at: datetime) -> Parcel:
    """It is here, and nobody had said so before."""
    if earlier := Parcel.objects.filter(request=request, key=key).first():
        return earlier
    new = Parcel(request=request, key=key, carrier=arrival.carrier)
    lock(request.journey)
    _refuse_if(_why_not_arrive(new, arrival, at))
    if (already := _added(new, by, at)) is not None:
        return already
    return _arrived(new, arrival, key, by, at)


@transaction.atomic
def arrive(*, parcel: Parcel, arrival: Arrival, version: int, key: str, by: Any, at: datetime) -> Parcel:
    """What was announced is here. It is not opened by writing it down."""
    lock(parcel.request.journey)
    if HoldingMove.objects.filter(parcel=parcel, key=key).exists():
        return Parcel.objects.get(pk=parcel.pk)  # the same form again
    if parcel.status != Place.NOT_ARRIVED:
        raise NotAllowed("It came already. Open it again to see where it is now.")
    _refuse_if(_why_not_arrive(parcel, arrival, at))
    change(parcel, seen=version, carrier=arrival.carrier)
    return _arrived(parcel, arrival, key, by, at)


def _why_not_arrive(parcel: Parcel, arrival: Arrival, at: datetime) -> list[str]:
    request = parcel.request
    journey, today = request.journey, local_day(at)
    reasons = rules.why_not_arrive(
        place=arrival.place, opened=arrival.opened, sealed=arrival.sealed, on=arrival.on, today=today,
        announced_on=parcel.announced_on, reading_first=papers.chosen(journey, Topic.WHO_OPENS) == OPENS,
    )  # fmt: skip
    reasons += moves.why_not_names(named(arrival.given, journey=journey), named(arrival.taken, journey=journey))
    if arrival.place == Place.PERSON:
        if not arrival.taken.is_person:
            reasons.append("If they have it, they are the one who took it.")
        reasons += moves.why_not_carrier(
            carrier=arrival.carrier, to=arrival.place, in_custody=papers.is_inside(journey.person),
            authorised=request.was_authorised(today),
        )  # fmt: skip
    return reasons


def _arrived(parcel: Parcel, arrival: Arrival, key: str, by: Any, at: datetime) -> Parcel:
    journey, knows = parcel.request.journey, rules.knows_already(arrival.place)
    review_on = arrival.on + rules.KEEP if arrival.place == Place.PROGRAMME else None
    move(
        parcel, to=arrival.place, frm={Place.NOT_ARRIVED}, arrived_on=arrival.on, by=arrival.by, opened=arrival.opened,
        sealed=arrival.sealed, containers=arrival.containers, stated_pages=arrival.stated_pages, review_on=review_on,
        told_on=arrival.on if knows else None, told_by=by if knows else None,
    )  # fmt: skip
    HoldingMove.objects.create(
        parcel=parcel, key=key, frm=Place.NOT_ARRIVED, to=arrival.place, on=arrival.on, person_agreed=False,
        given_by=named(arrival.given, journey=journey).words, taken_by=named(arrival.taken, journey=journey).words,
        recorded_at=at, recorded_by=by,
    )  # fmt: skip
    journeys.follow(journey=journey, to=Journey.Status.FILE_HERE, by=by, at=at)
    if not knows:
        duties.raise_duty(
            key=_told(parcel), kind="tell_it_is_here", journey=journey, about_ref=parcel.ref, by=by, at=at,
            due_on=rules.tell_by(arrival.on),
        )  # fmt: skip
    ask_review(parcel=parcel, by=by, at=at)
    audit.record(verb="files.parcel.arrived", by=by, at=at, subject=parcel, about=journey.person)
    return parcel


@transaction.atomic
def tell(*, parcel: Parcel, on: date, version: int, by: Any, at: datetime) -> Parcel:
    """The person was told that it is here. Nothing but this ends the duty to tell them."""
    journey = parcel.request.journey
    lock(journey)
    reasons = rules.why_not_tell(arrived=parcel.arrived_on, told=parcel.told_on is not None, on=on, today=local_day(at))
    _refuse_if(reasons)
    change(parcel, seen=version, told_on=on, told_by=by)
    stages.reached(journey=journey, code=Code.C6, about=parcel, by=by, at=at)
    duties.fulfil(key=_told(parcel), by=by, at=at)
    audit.record(verb="files.parcel.told", by=by, at=at, subject=parcel, about=journey.person)
    return parcel


@transaction.atomic
def review(*, parcel: Parcel, on: date, version: int, by: Any, at: datetime) -> Parcel:
    """Talked over with the person: we go on keeping it, for 28 days more."""
    _refuse_if(rules.why_not_review(place=parcel.status, on=on, today=local_day(at)))
    done = parcel.review_on
    change(parcel, seen=version, review_on=on + rules.KEEP)
    if done is not None and done != parcel.review_on:
        duties.fulfil(key=_review(parcel, done), by=by, at=at)
    ask_review(parcel=parcel, by=by, at=at)
    audit.record(verb="files.parcel.reviewed", by=by, at=at, subject=parcel, about=parcel.request.journey.person)
    return parcel


@transaction.atomic
def ask_review(*, parcel: Parcel, by: Any, at: datetime) -> None:
    """What we keep is looked at again by its day."""
    if parcel.review_on is not None:
        duties.raise_duty(
            key=_review(parcel, parcel.review_on), kind="review_keeping", journey=parcel.request.journey,
            due_on=parcel.review_on, about_ref=parcel.ref, by=by, at=at,
        )  # fmt: skip


@transaction.atomic
def drop_review(*, parcel: Parcel, was_due: date, by: Any, at: datetime) -> None:
    """We do not keep it any more."""
    duties.settle(key=_review(parcel, was_due), by=by, at=at)


def _added(new: Parcel, by: Any, at: datetime) -> Parcel | None:
    """Adds it; answers the one that the same form made a moment before, where there is one."""
    new.logged_at, new.logged_by = at, by
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Parcel.objects.get(request=new.request, key=new.key)
    return None


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)


def _told(parcel: Parcel) -> str:
    return f"parcel:{parcel.ref}:told"


def _review(parcel: Parcel, due: date) -> str:
    return f"parcel:{parcel.ref}:review:{due:%Y%m%d}"
