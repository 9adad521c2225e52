"""Asking how somebody is after they have read: planned with the reading itself, and done or not wanted."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support import papers
from casefiles_support.actions import duties
from casefiles_support.models import FollowUp, Sitting
from casefiles_support.rules import follow_ups as rules
from common.dates import local_day
from common.transitions import NotAllowed, move

Status = FollowUp.Status
PLANNED = {Status.PLANNED}


@transaction.atomic
def plan(*, sitting: Sitting, by: Any, at: datetime) -> None:
    """A day, three days, two weeks and six weeks after, and on the day they chose; each with its duty."""
    due = rules.moments(ended=at, chosen=papers.chosen_day(sitting.journey))
    new = [FollowUp(journey=sitting.journey, sitting=sitting, kind=kind, due_at=when) for kind, when in due.items()]
    FollowUp.objects.bulk_create(new)
    for one in new:
        duties.raise_duty(
            key=_duty(one), kind="follow_up", journey=sitting.journey, due_on=local_day(one.due_at), about_ref=one.ref,
            by=by, at=at,
        )  # fmt: skip


@transaction.atomic
def record(*, follow_up: FollowUp, on: date, how: str, outcome: str, by: Any, at: datetime) -> FollowUp:
    """Somebody asked. “No answer” and “rather not say” are answers too."""
    sitting, person = follow_up.sitting, follow_up.journey.person
    ended = sitting.settled_at if sitting is not None else None
    reasons = rules.why_not_record(
        kind=follow_up.kind, how=how, in_custody=papers.is_inside(person), on=on, today=local_day(at),
        read_on=local_day(ended) if ended else None,
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    move(follow_up, to=Status.DONE, frm=PLANNED, done_on=on, done_by=by, how=how, outcome=outcome)
    duties.fulfil(key=_duty(follow_up), by=by, at=at)
    audit.record(verb="files.follow_up.recorded", by=by, at=at, subject=follow_up, about=person)
    return follow_up


@transaction.atomic
def decline(*, follow_up: FollowUp, by: Any, at: datetime) -> FollowUp:
    """They do not want this one. The others stay, until they say so of those too."""
    move(follow_up, to=Status.NOT_WANTED, frm=PLANNED)
    duties.settle(key=_duty(follow_up), by=by, at=at)
    audit.record(verb="files.follow_up.not_wanted", by=by, at=at, subject=follow_up, about=follow_up.journey.person)
    return follow_up


def _duty(follow_up: FollowUp) -> str:
    return f"follow_up:{follow_up.ref}"
