"""What somebody wants: setting it down, putting the words right, settling it, and taking it up again."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, change, move
from mentoring.models import Goal, Match
from mentoring.models.progress import SETTLED, Progress
from mentoring.rules import goals as rules


@transaction.atomic
def set_down(
    *, match: Match, words: str, topic: str, key: str, by: Any, at: datetime, hoped_for_by: date | None = None
) -> Goal:
    """A goal in the person's own words. `key` comes with the form: sent again it is the same goal."""
    if earlier := Goal.objects.filter(set_by=by, key=key).first():
        return earlier
    reasons = rules.why_not_set(
        going=Goal.objects.going().filter(person=match.person_id).count(),
        match_is_open=match.status in Match.OPEN,
        hoped_for_by=hoped_for_by,
        today=local_day(at),
    )
    if reasons:
        raise NotAllowed(*reasons)
    new = Goal(
        person=match.person, match=match, words=words, topic=topic, hoped_for_by=hoped_for_by, key=key, set_at=at,
        set_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Goal.objects.get(set_by=by, key=key)  # the same form, sent twice at once
    audit.record(verb="mentoring.goal.set", by=by, at=at, subject=new, about=new.person)
    return new


@transaction.atomic
def reword(*, goal: Goal, words: str, topic: str, hoped_for_by: date | None, seen: int, by: Any, at: datetime) -> Goal:
    """Put the words right. A later version than `seen` raises Stale."""
    said = {"words": words, "topic": topic, "hoped_for_by": hoped_for_by}
    if all(getattr(goal, name) == value for name, value in said.items()) and goal.version == seen:
        return goal
    change(goal, seen=seen, **said)
    audit.record(verb="mentoring.goal.reworded", by=by, at=at, subject=goal, about=goal.person)
    return goal


@transaction.atomic
def settle(*, goal: Goal, to: str, on: date, by: Any, at: datetime) -> Goal:
    """Done, changed or let go, on a day. Nothing here has a word for failing."""
    if to not in SETTLED:
        raise NotAllowed("Choose whether it is done, changed or let go.")
    if reasons := rules.why_not_settle(on=on, since=local_day(goal.set_at), today=local_day(at)):
        raise NotAllowed(*reasons)
    move(goal, to=to, frm={Progress.GOING}, settled_on=on, settled_by=by)
    audit.record(verb="mentoring.goal.settled", by=by, at=at, subject=goal, about=goal.person, to=str(to))
    return goal


@transaction.atomic
def take_up(*, goal: Goal, by: Any, at: datetime) -> Goal:
    """Work on it again."""
    move(goal, to=Progress.GOING, frm=SETTLED, settled_on=None, settled_by=None)
    audit.record(verb="mentoring.goal.taken_up", by=by, at=at, subject=goal, about=goal.person)
    return goal
