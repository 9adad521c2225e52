"""Asking how somebody is, four and twelve weeks after; only if they wanted it, and only in a safe way."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Ending, FollowUp
from mentoring.models.endings import FollowUpWanted
from mentoring.reaching import why_not_phone
from mentoring.rules import endings as ending_rules
from mentoring.rules import follow_ups as rules
from people.models import ContactPoint, Person

Status, Channel = FollowUp.Status, FollowUp.Channel
BATCH = 500


@transaction.atomic
def plan(*, ending: Ending, by: Any, at: datetime) -> int:
    """Nothing is planned where they did not ask for it."""
    days = ending_rules.follow_ups_due(ended_on=local_day(at), wanted=ending.follow_up == FollowUpWanted.YES)
    FollowUp.objects.bulk_create(FollowUp(ending=ending, due_on=day) for day in days)
    if days:
        audit.record(verb="mentoring.follow_up.planned", by=by, at=at, subject=ending, about=ending.match.person)
    return len(days)


@transaction.atomic
def record(
    *,
    follow_up: FollowUp,
    outcome: str,
    on: date,
    channel: str,
    point: ContactPoint | None,
    words: str,
    by: Any,
    at: datetime,
) -> FollowUp:
    """Write down that we asked. Whether the telephone was safe is looked at now, with the place as it is now."""
    person = follow_up.ending.match.person
    if outcome not in FollowUp.RECORDED:
        raise NotAllowed("Choose what came of it.")
    if point is not None and (point.person_id != person.pk or point.ended_at is not None):
        raise NotAllowed("Choose one of their own numbers.")
    ended_at = follow_up.ending.ended_at
    assert ended_at is not None
    reasons = rules.why_not_record(
        outcome=outcome, channel=channel, on=on, ended_on=local_day(ended_at), today=local_day(at),
        why_not_phone=why_not_phone(point) if point else None,
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    left = list(FollowUp.objects.planned().locked().filter(ending=follow_up.ending))
    move(
        follow_up, to=outcome, frm={Status.PLANNED}, channel=channel, asked_on=on, words=words, recorded_at=at,
        point=point if channel == Channel.PHONE else None, recorded_by=by,
    )  # fmt: skip
    tasks.settle(key=_task(follow_up), by=by, at=at)
    if outcome == Status.NOT_WANTED:
        _call_off([other for other in left if other.pk != follow_up.pk], by, at)
    audit.record(verb="mentoring.follow_up.recorded", by=by, at=at, subject=follow_up, about=person, outcome=outcome)
    return follow_up


@transaction.atomic
def call_off_all(*, person: Person, by: Any, at: datetime) -> None:
    """Nobody is asked how they are any more."""
    _call_off(list(FollowUp.objects.planned().locked().filter(ending__match__person=person)), by, at)


@transaction.atomic
def raise_due(*, by: Any, at: datetime) -> int:
    """Ask each team to look at the follow-ups that have come due; answers how many are due."""
    due = FollowUp.objects.due(local_day(at)).select_related("ending__match__person__team", "ending__match__mentor")
    found = list(due.order_by("due_on", "pk")[:BATCH])
    for follow_up in found:
        match = follow_up.ending.match
        tasks.raise_task(
            key=_task(follow_up), kind="follow_up_due", team=match.person.team, due_on=follow_up.due_on,
            person=match.person, match=match, mentor=match.mentor, by=by, at=at,
        )  # fmt: skip
    return len(found)


def _call_off(left: list[FollowUp], by: Any, at: datetime) -> None:
    for follow_up in left:
        move(follow_up, to=Status.CALLED_OFF, frm={Status.PLANNED})
        tasks.settle(key=_task(follow_up), by=by, at=at)
        person = follow_up.ending.match.person
        audit.record(verb="mentoring.follow_up.called_off", by=by, at=at, subject=follow_up, about=person)


def _task(follow_up: FollowUp) -> str:
    return f"follow_up:{follow_up.ref}"
