"""Small steps: adding one, ticking it, and taking the tick away again."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.models import Goal, Step
from mentoring.models.progress import SETTLED, Progress


@transaction.atomic
def add(*, goal: Goal, words: str, key: str, by: Any, at: datetime) -> Step:
    """The same form sent again adds it once."""
    if earlier := Step.objects.filter(added_by=by, key=key).first():
        return earlier
    if not goal.is_going:
        raise NotAllowed("This goal is settled. Take it up again to add a step.")
    new = Step(goal=goal, words=words, key=key, added_at=at, added_by=by)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Step.objects.get(added_by=by, key=key)
    audit.record(verb="mentoring.step.added", by=by, at=at, subject=new, about=goal.person)
    return new


@transaction.atomic
def settle(*, step: Step, to: str, by: Any, at: datetime) -> Step:
    """Done, changed or let go, today."""
    if to not in SETTLED:
        raise NotAllowed("Choose whether it is done, changed or let go.")
    move(step, to=to, frm={Progress.GOING}, settled_on=local_day(at), settled_by=by)
    audit.record(verb="mentoring.step.settled", by=by, at=at, subject=step, about=step.goal.person, to=str(to))
    return step


@transaction.atomic
def take_up(*, step: Step, by: Any, at: datetime) -> Step:
    """It was ticked by mistake, or is worth another go."""
    move(step, to=Progress.GOING, frm=SETTLED, settled_on=None, settled_by=None)
    audit.record(verb="mentoring.step.taken_up", by=by, at=at, subject=step, about=step.goal.person)
    return step
