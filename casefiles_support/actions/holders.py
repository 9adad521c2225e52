"""The directory of whoever may hold records: kept by staff, its addresses looked at by a second person."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support.data_holders import GONE, NOT_CHECKED, Gone
from casefiles_support.models import Holder
from casefiles_support.rules import holders as rules
from common.dates import local_day
from common.transitions import NotAllowed, change
from places.models import LocalAuthority

# Where letters go: changed, they are looked at again.
ADDRESS = ("address", "email", "telephone")
COUNCIL = Holder.Kind.COUNCIL
OUR_DIRECTORY = "The directory of places"
SAME_NAME = "There is a holder of this name and kind already."


@transaction.atomic
def add(*, told: Mapping[str, Any], key: str, by: Any, at: datetime) -> Holder:
    """A new one. `key` becomes its ref, so that the same form adds it once. Nobody has looked at its address yet."""
    if earlier := Holder.objects.filter(ref=key).first():
        return earlier
    new = Holder(ref=key, added_at=at, written_by=by if told.get("address") else None, **told)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as clash:
        if earlier := Holder.objects.filter(ref=key).first():
            return earlier  # the same form, sent twice at once
        raise NotAllowed(SAME_NAME) from clash
    audit.record(verb="files.holder.added", by=by, at=at, subject=new, kind=new.kind)
    return new


@transaction.atomic
def edit(*, holder: Holder, told: Mapping[str, Any], seen: int, by: Any, at: datetime) -> Holder:
    """What is known of it changed. A new address has been looked at by nobody."""
    changes: dict[str, Any] = dict(told)
    if any(name in told and told[name] != getattr(holder, name) for name in ADDRESS):
        changes |= {"verified_on": None, "verified_by": None, "written_by": by}
    what = sorted(name for name, value in told.items() if value != getattr(holder, name))
    try:
        with transaction.atomic():
            change(holder, seen=seen, **changes)
    except IntegrityError as clash:
        raise NotAllowed(SAME_NAME) from clash
    audit.record(verb="files.holder.edited", by=by, at=at, subject=holder, what=what)
    return holder


@transaction.atomic
def verify(*, holder: Holder, seen: int, by: Any, at: datetime) -> Holder:
    """A second person looked at where letters go, and it is right. It holds for twelve months."""
    mine = holder.written_by_id is not None and holder.written_by_id == getattr(by, "pk", None)
    if reasons := rules.why_not_verify(address=holder.address, last_changed_by_me=mine, source=holder.source):
        raise NotAllowed(*reasons)
    change(holder, seen=seen, verified_on=local_day(at), verified_by=by)
    audit.record(verb="files.holder.verified", by=by, at=at, subject=holder)
    return holder


@transaction.atomic
def close(*, holder: Holder, on: date, successor: Holder | None, seen: int, by: Any, at: datetime) -> Holder:
    """It was abolished. Whoever has its records now is written to instead."""
    reasons = rules.why_not_close(
        on=on, today=local_day(at), is_closed=holder.closed_on is not None, loops=_loops(holder, successor)
    )
    if reasons:
        raise NotAllowed(*reasons)
    change(holder, seen=seen, closed_on=on, successor=successor)
    audit.record(verb="files.holder.closed", by=by, at=at, subject=holder, to=successor.ref if successor else "")
    return holder


@transaction.atomic
def load(*, by: Any, at: datetime) -> int:
    """Add what is missing: each council of today and whoever runs its children’s services, and those that are gone.

    Nothing that is there is changed, and no address is given. Answers how many were added.
    """
    there = {(name.lower(), kind) for name, kind in Holder.objects.values_list("name", "kind")}
    led = set(Holder.objects.filter(council__isnull=False, kind=COUNCIL).values_list("council", flat=True))
    places = list(LocalAuthority.objects.order_by("pk"))
    new = [_council(one, at) for one in places if one.pk not in led and (_called(one).lower(), COUNCIL) not in there]
    new += [one for one in _trusts(places, at) if (one.name.lower(), one.kind) not in there]
    Holder.objects.bulk_create(new)
    led_now = Holder.objects.filter(kind=COUNCIL, council__isnull=False).select_related("council")
    now = {one.council.name: one for one in led_now if one.council}
    gone = [_gone(one, now, at) for one in GONE if (one.name.lower(), COUNCIL) not in there]
    Holder.objects.bulk_create(gone)
    audit.record(verb="files.holders.loaded", by=by, at=at, added=len(new) + len(gone))
    return len(new) + len(gone)


def _called(place: LocalAuthority) -> str:
    if place.kind == LocalAuthority.Kind.CITY_OF_LONDON:
        return "City of London Corporation"
    county = " County" if place.kind == LocalAuthority.Kind.COUNTY else ""
    return f"{place.name}{county} Council"


def _council(place: LocalAuthority, at: datetime) -> Holder:
    return Holder(
        kind=COUNCIL, name=_called(place), council=place, nation=place.nation, source=OUR_DIRECTORY, added_at=at
    )


def _trusts(places: list[LocalAuthority], at: datetime) -> Iterator[Holder]:
    """One trust may run the services of several councils."""
    served: dict[str, list[LocalAuthority]] = defaultdict(list)
    for place in places:
        if place.children_services_by:
            served[place.children_services_by].append(place)
    for name, whose in served.items():
        names = ", ".join(place.name for place in whose)
        yield Holder(
            kind=Holder.Kind.TRUST, name=name, nation=whose[0].nation, source=OUR_DIRECTORY, added_at=at,
            advice=f"Runs children’s services for {names}",
        )  # fmt: skip


def _gone(one: Gone, now: Mapping[str, Holder], at: datetime) -> Holder:
    return Holder(
        kind=COUNCIL, name=one.name, nation=one.nation, closed_on=one.closed_on, successor=now.get(one.successor),
        advice=one.note, source=f"{one.source}: {NOT_CHECKED}", added_at=at,
    )  # fmt: skip


def _loops(holder: Holder, successor: Holder | None) -> bool:
    met = {holder.pk}
    while successor is not None:
        if successor.pk in met:
            return True
        met.add(successor.pk)
        successor = successor.successor
    return False
