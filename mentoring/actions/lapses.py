"""What runs out: staff are told in good time, and a match waits rather than go on unsafely. The clock asks, daily."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from common.dates import local_day
from mentoring.actions import clearances, gates, matches, tasks
from mentoring.models import Clearance, Match
from mentoring.models.match_steps import PauseReason
from mentoring.rules.clearances import CHASED_AT, chase_due
from people.models import LocationEpisode
from people.models.locations import WhereKind

SOON = timedelta(days=7)


@transaction.atomic
def find(*, by: Any, at: datetime) -> int:
    """Pause each active match whose mentor lacks something now, and ask the team to look. Answers how many.

    Run twice it does nothing more: a paused match is not active.
    """
    clearances.expire(by=by, at=at)
    here = LocationEpisode.objects.current().select_related("establishment")
    active = (
        Match.objects.active()
        .select_related("mentor__person", "person__team")
        .prefetch_related(Prefetch("person__locations", queryset=here, to_attr="here"))
        .order_by("pk")
    )
    return sum(_pause(match, by, at) for match in active)


def _pause(match: Match, by: Any, at: datetime) -> bool:
    place = next(iter(match.person.here), None)  # type: ignore[attr-defined]  # prefetched above
    prison = place.establishment if place and place.kind == WhereKind.CUSTODY else None
    reasons = gates.why_not_go_on(mentor=match.mentor, establishment=prison, on=local_day(at))
    if not reasons:
        return False
    matches.pause(match=match, reason=PauseReason.CHECKING.label, note=" ".join(reasons), by=by, at=at)
    tasks.raise_task(
        key=f"lapse:{match.ref}:{local_day(at):%Y%m%d}",
        kind="match_after_lapse",
        team=match.person.team,
        due_on=local_day(at) + timedelta(days=1),
        match=match,
        person=match.person,
        mentor=match.mentor,
        by=by,
        at=at,
    )
    return True


@transaction.atomic
def chase(*, by: Any, at: datetime) -> int:
    """Ask for a new clearance 60, 30 and 7 days before one runs out, once each. Answers how many are near their end."""
    today = local_day(at)
    near = Clearance.objects.filter(
        status=Clearance.Status.GRANTED, valid_until__gte=today, valid_until__lte=today + timedelta(days=max(CHASED_AT))
    ).select_related("mentor__person", "mentor__team")
    for clearance in near:
        _chase(clearance, by, at)
    return len(near)


def _chase(clearance: Clearance, by: Any, at: datetime) -> None:
    if clearance.valid_until is None:
        return
    mark = chase_due(valid_until=clearance.valid_until, today=local_day(at))
    tasks.raise_task(
        key=f"clearance:{clearance.ref}:{clearance.valid_until:%Y%m%d}:{mark}",
        kind="clearance_ends_soon",
        team=clearance.mentor.team,
        due_on=min(clearance.valid_until, local_day(at) + SOON),
        mentor=clearance.mentor,
        by=by,
        at=at,
    )
