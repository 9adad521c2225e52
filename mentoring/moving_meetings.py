"""What was planned with somebody who moves: no meeting stands silently at a place that they have left."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from common.dates import local_day
from mentoring.actions import meetings, repeats
from mentoring.models import Match, Meeting, Repeat
from mentoring.models.repeats import Arrangement
from mentoring.rules import meetings as rules
from people.models import LocationEpisode
from people.models.locations import WhereKind
from people.rules.locations import is_in_custody

OUTSIDE = {WhereKind.COMMUNITY, WhereKind.APPROVED_PREMISES}


@dataclass(frozen=True)
class Planned:
    """What was planned and cannot be, of all the matches of one person; each row is locked."""

    repeats: list[Repeat]
    meetings: list[Meeting]


def hold(was: LocationEpisode | None, now: LocationEpisode, *, at: datetime) -> Planned:
    """Find and lock it, before anything is written in the trail: whoever logs a meeting takes it in that order too."""
    if was is None:
        return Planned([], [])
    theirs = {"match__person": now.person_id, "match__status__in": Match.OPEN}
    running = Repeat.objects.filter(**theirs, stopped_at=None, until__gte=local_day(at))
    coming = Meeting.objects.planned().filter(**theirs, starts_at__gt=at)
    lock: dict[str, Any] = {"of": ("self",), "no_key": True}
    return Planned(
        [one for one in running.select_for_update(**lock).order_by("pk") if _cause(one, was, now)],
        [
            one
            for one in coming.select_for_update(**lock).select_related("match__person").order_by("starts_at", "pk")
            if _cause(one, was, now, local_day(one.starts_at) == now.started_on)
        ],
    )


def call_off(*, planned: Planned, was: LocationEpisode, now: LocationEpisode, by: Any, at: datetime) -> set[int]:
    """Call it off for the cause it has; answers the ids of the matches whose meetings are to be planned again.

    Of a repeat the next meeting is called off, and counts; those after it were never really offered, and are taken
    away when it stops.
    """
    begun: set[int] = set()
    for meeting in planned.meetings:
        if meeting.repeat_id in begun:
            continue
        if meeting.repeat_id:
            begun.add(meeting.repeat_id)
        cause = _cause(meeting, was, now)
        meetings.call_off(meeting=meeting, cause=cause, asked_by=Meeting.Asker.PLACE, by=by, at=at)
    for repeat in planned.repeats:
        repeats.stop(repeat=repeat, by=by, at=at)
    return {one.match_id for one in [*planned.meetings, *planned.repeats] if one.match_id}


def _cause(one: Arrangement, was: LocationEpisode, now: LocationEpisode, on_the_day: bool = False) -> str:
    inside = is_in_custody(now.kind, now.legal_state)
    return rules.why_not_after_move(
        setting=one.setting,
        medium=one.medium,
        prison=one.establishment_id,
        prison_now=now.establishment_id if inside else None,
        was_inside=is_in_custody(was.kind, was.legal_state),
        is_inside=inside,
        is_free=not inside and now.kind in OUTSIDE,
        on_the_day=on_the_day,
    )
