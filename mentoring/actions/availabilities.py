"""Saying when one has time."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, change
from mentoring.models import Availability, DifferentDay, Mentor
from mentoring.rules import availabilities as rules


@transaction.atomic
def set_week(*, mentor: Mentor, pattern: Collection[str], seen: int, by: Any, at: datetime) -> Availability:
    """The week as it usually is. `seen` is the version on the page, 0 before the first; a later one is Stale."""
    chosen = sorted(rules.SLOTS & set(pattern))
    availability, new = Availability.objects.get_or_create(
        mentor=mentor, defaults={"pattern": chosen, "changed_at": at}
    )
    if not new:
        change(availability, seen=seen, pattern=chosen, changed_at=at)
    audit.record(verb="mentoring.availability.set", by=by, at=at, subject=availability, about=mentor.person)
    return availability


@transaction.atomic
def add_day(*, mentor: Mentor, day: date, parts: Collection[str], by: Any, at: datetime) -> DifferentDay:
    """One day that is different; said again, the last word counts."""
    if reasons := rules.why_not_day(day=day, today=local_day(at)):
        raise NotAllowed(*reasons)
    chosen = [part for part in rules.PARTS if part in parts]
    different, _ = DifferentDay.objects.update_or_create(mentor=mentor, day=day, defaults={"parts": chosen})
    audit.record(verb="mentoring.availability.day_added", by=by, at=at, subject=different, about=mentor.person)
    return different


@transaction.atomic
def remove_day(*, different: DifferentDay, by: Any, at: datetime) -> None:
    """The day is like the others after all."""
    audit.record(
        verb="mentoring.availability.day_removed", by=by, at=at, subject=different, about=different.mentor.person
    )
    different.delete()
