"""What the programme does when somebody moves: a match waits or goes on at the new place; it never ends."""

from datetime import datetime, timedelta
from typing import Any

from common.dates import local_day
from mentoring import between, moving_meetings
from mentoring.actions import clearances, gate_plans, matches, tasks
from mentoring.models import Clearance, GatePlan, Match, Mentor
from mentoring.models.match_steps import PauseReason
from mentoring.moving_meetings import OUTSIDE, Planned, is_inside
from mentoring.rules import matches as rules
from mentoring.telling import tell_mentor
from people import moves
from people.models import LocationEpisode
from people.models.locations import Standing

SOON = timedelta(days=1)


def on_move(was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    """For the person's own matches, and for those in which they are the mentor and can no longer come."""
    # Locked before anything is written in the trail, as a match is: the order in which everybody else takes them.
    list(GatePlan.objects.open().select_for_update().filter(person=now.person_id))
    planned = moving_meetings.hold(was, now, at=at)
    _as_person(was, now, by, at)
    _plan_again(planned, was, now, by, at)
    _let_nobody_wait(planned, now, by, at)
    _ask_to_be_let_in(was, now, by, at)
    _at_the_gate(was, now, by, at)
    if is_inside(now) and not is_inside(was):
        for match in _held(mentor__person=now.person_id):
            matches.pause(match=match, reason=PauseReason.MENTOR.label, by=by, at=at)
            _ask_team(match, "mentor_gone_inside", now, by, at)


def _as_person(was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    moved = _why_pause(was, now)
    for match in _held(person=now.person_id):
        reason = moved or _why_not_there(match.mentor, was, now, at)
        if reason:
            matches.pause(match=match, reason=str(PauseReason(reason).label), by=by, at=at)
        if reason or is_inside(was) != is_inside(now):
            _ask_team(match, "match_after_move", now, by, at)


def _at_the_gate(was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    """Out of prison: a plan for the day, and somebody who is in touch. Back into it: neither is needed now."""
    walking = Match.objects.open().filter(person=now.person_id)
    if is_inside(was) and now.kind in OUTSIDE and not is_inside(now) and walking.exists():
        gate_plans.released(person=now.person, on=now.started_on, by=by, at=at)
    elif is_inside(now) and not is_inside(was):
        gate_plans.went_back(person=now.person, by=by, at=at)


def _plan_again(planned: Planned, was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    """What stood at the old place is called off; the mentor is told that something waits, and the team to look."""
    if not (planned.meetings or planned.repeats):
        return
    again = moving_meetings.call_off(planned=planned, was=was, now=now, by=by, at=at)
    for match in (
        Match.objects.filter(pk__in=again).select_related("mentor__person__login", "person__team").order_by("pk")
    ):
        _ask_team(match, "meetings_to_plan_again", now, by, at, about="meetings")
        tell_mentor(match.mentor, about=match, what=f"moved-{now.ref}", by=by, at=at)


def _let_nobody_wait(planned: Planned, now: LocationEpisode, by: Any, at: datetime) -> None:
    """The mentor will not come. Whoever was to meet them is told by the team today, and not where the mentor is."""
    for one in planned.left_by(now.person_id):
        match, whom = one.match, one.match or one.group
        if whom is None:
            continue
        tasks.raise_task(
            key=f"move:{now.ref}:{whom.ref}:told",
            kind="meetings_without_mentor",
            team=match.person.team if match else one.team,
            due_on=local_day(at),
            person=match.person if match else None,
            match=match,
            mentor=one.mentor,
            by=by,
            at=at,
        )


def _ask_to_be_let_in(was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    """A clearance is for one prison: where theirs is another now, somebody must ask that one for the mentor."""
    same = was is not None and was.establishment_id == now.establishment_id
    if now.establishment is None or not is_inside(now) or same:
        return
    walking = Match.objects.open().filter(person=now.person_id)
    for match in walking.select_related("mentor__person", "mentor__team", "person__team").order_by("pk"):
        cleared = Clearance.objects.valid(local_day(at)).filter(mentor=match.mentor, establishment=now.establishment)
        if not cleared.exists():
            clearances.begin(mentor=match.mentor, establishment=now.establishment, by=by, at=at)
            _ask_team(match, "clearance_to_ask_for", now, by, at, about="clearance")


def _ask_team(match: Match, kind: str, now: LocationEpisode, by: Any, at: datetime, *, about: str = "") -> None:
    """Nothing that happens by itself may go unseen."""
    tasks.raise_task(
        key=f"move:{now.ref}:{match.ref}" + (f":{about}" if about else ""),
        kind=kind,
        team=match.person.team,
        due_on=local_day(at) + SOON,
        person=match.person,
        match=match,
        mentor=match.mentor,
        by=by,
        at=at,
    )


def _held(**of: Any) -> list[Match]:
    """The active matches, locked before the first of them is touched."""
    active = Match.objects.active().filter(**of).select_related("mentor__person", "person__team")
    return list(active.select_for_update(of=("self",)).order_by("pk"))


def _why_pause(was: LocationEpisode | None, now: LocationEpisode) -> str:
    if was is None and now.kind != "unknown":
        return ""
    before = was.establishment_id if was is not None else None
    return rules.why_pause(
        was_inside=is_inside(was),
        is_inside=is_inside(now),
        same_prison=before is not None and before == now.establishment_id,
        recalled=now.legal_state == Standing.RECALLED,
        kind=now.kind,
    )


def _why_not_there(mentor: Mentor, was: LocationEpisode | None, now: LocationEpisode, at: datetime) -> str:
    """Where they could go on but for the gates of the new place."""
    if not between.why_not_go_on(mentor=mentor, here=now, on=local_day(at)):
        return ""
    return PauseReason.LEFT_PRISON if is_inside(was) and not is_inside(now) else PauseReason.MOVED


def declare() -> None:
    moves.declare("mentoring.matches", on_move)
