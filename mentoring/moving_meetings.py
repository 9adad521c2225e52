"""What was planned with somebody who moves: no meeting stands silently at a place that they have left, and nobody waits
for a mentor who is in prison now.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from common.dates import local_day
from mentoring.actions import meetings, repeats
from mentoring.models import Cause, Cover, Facilitator, Meeting, Repeat
from mentoring.models.repeats import Arrangement
from mentoring.rules import meetings as rules
from people.models import LocationEpisode
from people.models.locations import WhereKind
from people.rules.locations import is_in_custody

OUTSIDE = {WhereKind.COMMUNITY, WhereKind.APPROVED_PREMISES}


@dataclass(frozen=True)
class Planned:
    """What was planned and cannot be, of all the matches of one person and of all they hold as a mentor; each row is
    locked.
    """

    repeats: list[Repeat]
    meetings: list[Meeting]

    def left_by(self, person_id: int) -> list[Arrangement]:
        """Those to which this person was to come as the mentor, soonest first."""
        return [one for one in [*self.meetings, *self.repeats] if one.mentor.person_id == person_id]


def is_inside(stay: LocationEpisode | None) -> bool:
    return stay is not None and is_in_custody(stay.kind, stay.legal_state)


def hold(was: LocationEpisode | None, now: LocationEpisode, *, at: datetime) -> Planned:
    """Find and lock it, before anything is written in the trail: whoever logs a meeting takes it in that order too."""
    theirs = Q(match__person=now.person_id) | Q(mentor__person=now.person_id)
    running = Repeat.objects.going_on().filter(theirs, stopped_at=None, until__gte=local_day(at))
    coming = Meeting.objects.planned().going_on().filter(theirs, starts_at__gt=at)
    lock: dict[str, Any] = {"of": ("self",), "no_key": True}
    related = ("match__person__team", "group__team", "mentor")
    return Planned(
        [
            one
            for one in running.select_for_update(**lock).select_related(*related).order_by("pk")
            if _cause(one, was, now, today=local_day(at))
        ],
        [
            one
            for one in coming.select_for_update(**lock).select_related(*related).order_by("starts_at", "pk")
            if _cause(one, was, now, today=local_day(at))
        ],
    )


def call_off(*, planned: Planned, was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> set[int]:
    """Call it off for the cause it has; answers the ids of the person's own matches whose meetings are to be planned
    again.

    Of a repeat the next meeting is called off, and counts; those after it were never really offered, and are taken
    away when it stops.
    """
    begun: set[int] = set()
    for meeting in planned.meetings:
        if meeting.repeat_id in begun:
            continue
        if meeting.repeat_id:
            begun.add(meeting.repeat_id)
        cause = _cause(meeting, was, now, today=local_day(at))
        asked_by = Meeting.Asker.MENTOR if cause == Cause.MENTOR else Meeting.Asker.PLACE
        meetings.call_off(meeting=meeting, cause=cause, asked_by=asked_by, by=by, at=at)
    for repeat in planned.repeats:
        repeats.stop(repeat=repeat, by=by, at=at)
    everything = [*planned.meetings, *planned.repeats]
    return {one.match_id for one in everything if one.match_id and one.mentor.person_id != now.person_id}


def _cause(one: Arrangement, was: LocationEpisode | None, now: LocationEpisode, *, today: date) -> str:
    if one.mentor.person_id == now.person_id:
        stays_away = is_inside(now) and not is_inside(was) and not _somebody_else_comes(one, today)
        return str(Cause.MENTOR) if stays_away else ""
    if was is None:
        return ""
    on_the_day = isinstance(one, Meeting) and local_day(one.starts_at) == now.started_on
    return _cause_for_person(one, was, now, on_the_day)


def _somebody_else_comes(one: Arrangement, today: date) -> bool:
    """Another mentor holds the group too, or looks in on that day. A repeat stands or falls as a whole, by today."""
    if one.group_id:
        holders = Facilitator.objects.current().filter(group=one.group_id)
        return holders.exclude(mentor=one.mentor_id).exists()
    day = local_day(one.starts_at) if isinstance(one, Meeting) and one.repeat_id is None else today
    return Cover.objects.agreed_on(day).filter(match=one.match_id).exists()


def _cause_for_person(one: Arrangement, was: LocationEpisode, now: LocationEpisode, on_the_day: bool) -> str:
    inside = is_inside(now)
    return rules.why_not_after_move(
        setting=one.setting,
        medium=one.medium,
        prison=one.establishment_id,
        prison_now=now.establishment_id if inside else None,
        was_inside=is_inside(was),
        is_inside=inside,
        is_free=not inside and now.kind in OUTSIDE,
        on_the_day=on_the_day,
    )
