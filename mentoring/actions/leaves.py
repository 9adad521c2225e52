"""A mentor is away, or comes back early."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Leave, Match, Mentor
from mentoring.rules import leaves as rules

DAY = timedelta(days=1)


@transaction.atomic
def tell(
    *, mentor: Mentor, first_day: date, last_day: date, why: str, note: str, key: str, by: Any, at: datetime
) -> Leave:
    """Say that a mentor is away, first and last day included. The same form sent again is the same leave."""
    if earlier := Leave.objects.filter(key=key, told_by=by).first():
        return earlier
    today = local_day(at)
    Mentor.objects.select_for_update(of=("self",)).get(pk=mentor.pk)  # two forms about the same days take turns
    overlap = Leave.objects.standing().filter(mentor=mentor, first_day__lte=last_day, last_day__gte=first_day)
    reasons = rules.why_not_leave(first_day=first_day, last_day=last_day, today=today)
    reasons = reasons or rules.why_not_overlap(others=overlap.count())
    if reasons:
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            leave = Leave.objects.create(
                mentor=mentor, first_day=first_day, last_day=last_day, why=why, note=clean(note).strip(), key=key,
                told_at=at, told_by=by,
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed("This form was sent already.") from None
    if Match.objects.open().filter(mentor=mentor).exists():
        tasks.raise_task(
            key=_task(leave), kind="leave_without_cover", team=mentor.team, mentor=mentor,
            due_on=max(first_day, today), by=by, at=at,
        )  # fmt: skip
    audit.record(verb="mentoring.leave.told", by=by, at=at, subject=leave, about=mentor.person, why=why)
    return leave


@transaction.atomic
def end(*, leave: Leave, by: Any, at: datetime) -> Leave:
    """Back early: yesterday was the last day. A leave that has not begun is withdrawn. Cover ends with it, at once."""
    today = local_day(at)
    if leave.last_day < today:
        raise NotAllowed("That leave is over already.")
    if leave.first_day >= today:
        move(leave, to=Leave.Status.WITHDRAWN, frm={Leave.Status.TOLD}, withdrawn_at=at, withdrawn_by=by)
    else:
        move(leave, to=Leave.Status.TOLD, frm={Leave.Status.TOLD}, last_day=today - DAY)
    tasks.settle(key=_task(leave), by=by, at=at)
    audit.record(verb="mentoring.leave.ended", by=by, at=at, subject=leave, about=leave.mentor.person)
    return leave


def _task(leave: Leave) -> str:
    return f"leave:{leave.ref}"
