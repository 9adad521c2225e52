"""Slips for the wing: they tell staff of a prison whom to fetch, when and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring.actions import tasks
from mentoring.models import Meeting, Task
from people.models import Person

KIND = "slips_to_print"


@dataclass(frozen=True, slots=True)
class Slip:
    """One person, one meeting."""

    person: Person
    meeting: Meeting


@transaction.atomic
def ask(*, meeting: Meeting, by: Any, at: datetime) -> None:
    """Ask the team to print them, once for each prison and week; again for a meeting that was planned after that."""
    key = _key(meeting)
    asked = Task.objects.filter(key=key).first()
    if asked is not None and asked.done_at is not None and asked.done_at < meeting.made_at:
        key = f"{key}:{meeting.ref}"
    tasks.raise_task(key=key, kind=KIND, team=meeting.team, due_on=local_day(at), by=by, at=at)


@transaction.atomic
def print_(*, slips: Sequence[Slip], by: Any, at: datetime) -> None:
    """They go on paper now: who is on them is written down, and nobody need be asked any more."""
    if not slips:
        raise NotAllowed("There are no meetings in this prison in the next seven days.")
    for key in sorted({_key(slip.meeting) for slip in slips}):
        for task in Task.objects.open().filter(key__startswith=key).order_by("pk"):
            tasks.settle(key=task.key, by=by, at=at)
    for slip in slips:
        audit.record(verb="mentoring.slip.printed", by=by, at=at, subject=slip.meeting, about=slip.person)


def _key(meeting: Meeting) -> str:
    """`slips:<team>:<prison>:<Monday>`."""
    day = local_day(meeting.starts_at)
    monday = day - timedelta(days=day.weekday())
    assert meeting.establishment is not None
    return f"slips:{meeting.team.ref}:{meeting.establishment.ref}:{monday:%Y%m%d}"
