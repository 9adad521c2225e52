"""Planning again and again, and making the meetings ahead."""

from datetime import date, datetime, time
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring.actions import gates
from mentoring.actions.meetings import Occasion
from mentoring.models import Group, Match, Meeting, Mentor, Repeat
from mentoring.rules import meetings as meeting_rules
from mentoring.rules import repeats as rules

COPIED = ("mentor", "team", "match", "group", "minutes", "setting", "establishment", "where", "medium")


@transaction.atomic
def begin(
    *,
    mentor: Mentor,
    whom: Match | Group,
    every: str,
    first_day: date,
    wall_time: time,
    until: date,
    occasion: Occasion,
    key: str,
    by: Any,
    at: datetime,
) -> Repeat:
    """Meet every week, every two weeks or once a month, at the same time on the clock. The first meetings stand at
    once. The same form sent again answers with the same repeat.
    """
    if earlier := Repeat.objects.filter(key=key, made_by=by).first():
        return earlier
    reasons = rules.why_not_repeat(first=first_day, until=until, today=local_day(at))
    reasons += _reasons(mentor, whom, occasion, rules.moment(first_day, wall_time), at)
    if reasons:
        raise NotAllowed(*reasons)
    who = {"match": whom, "team": whom.person.team} if isinstance(whom, Match) else {"group": whom, "team": whom.team}
    when = {"every": every, "first_day": first_day, "wall_time": wall_time, "until": until}
    try:
        with transaction.atomic():
            repeat = Repeat.objects.create(
                mentor=mentor, key=key, made_by=by, made_at=at, **who, **when, **occasion.columns
            )
    except IntegrityError:
        if earlier := Repeat.objects.filter(key=key, made_by=by).first():
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    _make(repeat, at)
    about = repeat.match.person if repeat.match else None
    audit.record(verb="mentoring.repeat.begun", by=by, at=at, subject=repeat, about=about)
    return repeat


def _reasons(mentor: Mentor, whom: Match | Group, occasion: Occasion, starts: datetime, at: datetime) -> list[str]:
    if isinstance(whom, Match):
        going_on, theirs = whom.status in Match.OPEN, whom.mentor_id == mentor.pk
    else:
        going_on = whom.closed_on is None
        theirs = whom.facilitators.filter(mentor=mentor, until=None).exists()
    reasons = meeting_rules.why_not_plan(starts=starts, minutes=occasion.minutes, going_on=going_on, now=at)
    reasons += gates.why_not_let_in(mentor=mentor, there=occasion, on=local_day(starts))
    return reasons if theirs else [*reasons, "Choose a person or a group of this mentor’s."]


def _make(repeat: Repeat, at: datetime) -> int:
    """A meeting for each of the next days that has none; one that was moved or called off is not made again."""
    days = rules.slots(first=repeat.first_day, every=repeat.every, until=repeat.until, today=local_day(at))
    there = set(Meeting.objects.filter(repeat=repeat, slot__in=days).values_list("slot", flat=True))
    same = {name: getattr(repeat, name) for name in COPIED}
    missing = [day for day in days if day not in there]
    Meeting.objects.bulk_create(
        [
            Meeting(
                **same,
                repeat=repeat,
                slot=day,
                key=f"{repeat.ref}-{day:%Y%m%d}",
                starts_at=rules.moment(day, repeat.wall_time),
                made_at=at,
                made_by=repeat.made_by,
            )
            for day in missing
        ],
        ignore_conflicts=True,  # two workers at once: the slot is taken, and that is all that was wanted
    )
    return len(missing)


@transaction.atomic
def make_ahead(*, by: Any, at: datetime) -> int:
    """Each night: up to 26 meetings ahead for everything that goes on. Run twice, the second changes nothing."""
    made = 0
    running = Repeat.objects.running(local_day(at)).select_related("match__person", "group", "made_by")
    for repeat in running.order_by("pk"):
        made += _make(repeat, at)
    if made:
        audit.record(verb="mentoring.repeat.made_ahead", by=by, at=at, count=made)
    return made


@transaction.atomic
def stop(*, repeat: Repeat, by: Any, at: datetime) -> Repeat:
    """No more meetings from it. Those still to come are taken away, and those past or changed stay as they are."""
    if not Repeat.objects.filter(pk=repeat.pk, stopped_at=None).update(stopped_at=at, stopped_by=by):
        raise NotAllowed("This has stopped already.")
    repeat.refresh_from_db()
    gone = Meeting.objects.planned().filter(repeat=repeat, starts_at__gt=at).delete()[0]
    about = repeat.match.person if repeat.match else None
    audit.record(verb="mentoring.repeat.stopped", by=by, at=at, subject=repeat, about=about, meetings=gone)
    return repeat
