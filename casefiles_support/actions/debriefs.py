"""A talk for each who sat beside somebody while they read: owed within a week, held or not wanted."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.models import Debrief, Sitting, Supporter
from casefiles_support.rules import debriefs as rules
from common.dates import local_day
from common.transitions import NotAllowed, move

Status = Debrief.Status


@transaction.atomic
def plan(*, sitting: Sitting, supporters: Sequence[Supporter], by: Any, at: datetime) -> None:
    """One for each, with its duty."""
    day = rules.due_on(local_day(at))
    new = [Debrief(sitting=sitting, supporter=supporter, due_on=day) for supporter in supporters]
    Debrief.objects.bulk_create(new)
    for one in new:
        duties.raise_duty(
            key=_duty(one), kind="debrief", journey=sitting.journey, due_on=day, about_ref=one.ref, by=by, at=at
        )


@transaction.atomic
def settle(*, debrief: Debrief, held: bool, on: date, by: Any, at: datetime) -> Debrief:
    """They talked, or whoever it is for does not want to this time."""
    sitting = debrief.sitting
    assert sitting.settled_at is not None  # a talk is planned when a sitting ends
    if reasons := rules.why_not_settle(on=on, read_on=local_day(sitting.settled_at), today=local_day(at)):
        raise NotAllowed(*reasons)
    to = Status.HELD if held else Status.NOT_WANTED
    move(debrief, to=to, frm={Status.DUE}, settled_on=on, settled_by=by)
    duties.fulfil(key=_duty(debrief), by=by, at=at)
    audit.record(verb="files.debrief.settled", by=by, at=at, subject=debrief, about=sitting.journey.person)
    return debrief


def _duty(debrief: Debrief) -> str:
    return f"debrief:{debrief.ref}"
