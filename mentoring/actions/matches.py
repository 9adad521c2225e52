"""What can happen to a match."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from law.working_days import next_working_day
from mentoring import between
from mentoring.actions import match_steps, tasks, triage
from mentoring.models import Match, Mentor
from mentoring.models.match_steps import What
from mentoring.rules import matches as rules
from mentoring.telling import tell_mentor
from people.models import Person

Status = Match.Status


@transaction.atomic
def suggest(*, mentor: Mentor, person: Person, by: Any, at: datetime) -> Match:
    """Put two people forward for each other. Raises NotAllowed with the reasons against.

    The mentor learns that something waits for them; where no message may reach them, staff tell them or write it down.
    """
    held = _hold(mentor)
    _refuse_if(between.first_gates(held, person) + between.no_room(held) + between.blocked(held, person))
    try:
        with transaction.atomic():
            match = Match.objects.create(mentor=mentor, person=person, made_at=at)
    except IntegrityError:
        raise NotAllowed("These two are already matched, or suggested for each other.") from None
    match_steps.write(match=match, what=What.SUGGESTED, by=by, at=at)
    if not tell_mentor(held, about=match, what="asked", by=by, at=at):
        tasks.raise_task(
            key=_asking(match), kind="mentor_to_ask", team=held.team, person=person, match=match, mentor=held,
            due_on=next_working_day(local_day(at)), by=by, at=at,
        )  # fmt: skip
    audit.record(verb="mentoring.match.made", by=by, at=at, subject=match, about=person)
    return match


@transaction.atomic
def mentor_agrees(*, match: Match, told: str, said_on: date, by: Any, at: datetime) -> Match:
    """The mentor says yes: here, or (where they have no login) to somebody who writes it down."""
    held = _ready(match, told, said_on, at)
    move(match, to=Status.MENTOR_AGREED, frm={Status.SUGGESTED}, mentor_agreed_at=at)
    match_steps.write(match=held, what=What.MENTOR_YES, told=told, said_on=said_on, by=by, at=at)
    tasks.settle(key=_asking(match), by=by, at=at)
    audit.record(verb="mentoring.match.mentor_agreed", by=by, at=at, subject=match, about=match.person, told=told)
    return match


@transaction.atomic
def person_agrees(*, match: Match, told: str, said_on: date, by: Any, at: datetime, note: str = "") -> Match:
    """The person says yes; staff write down how and when."""
    held = _ready(match, told, said_on, at)
    move(match, to=Status.PERSON_AGREED, frm={Status.MENTOR_AGREED}, person_agreed_at=at)
    match_steps.write(match=held, what=What.PERSON_YES, told=told, said_on=said_on, note=note, by=by, at=at)
    audit.record(verb="mentoring.match.person_agreed", by=by, at=at, subject=match, about=match.person, told=told)
    return match


@transaction.atomic
def say_no(*, match: Match, what: str, reason: str, by: Any, at: datetime, note: str = "") -> Match:
    """One of the two says no, or we take it back. It is nobody's failure, and it may be suggested again one day.

    `what` is MENTOR_NO, PERSON_NO or TAKEN_BACK of match_steps.What.
    """
    move(match, to=Status.ENDED, frm=Match.BEFORE_IT_STARTS, ended_on=local_day(at), status_reason=reason)
    match_steps.write(match=match, what=what, reason=reason, note=note, by=by, at=at)
    tasks.settle(key=_asking(match), by=by, at=at)
    audit.record(verb="mentoring.match.refused", by=by, at=at, subject=match, about=match.person, what=str(what))
    return match


@transaction.atomic
def approve(*, match: Match, by: Any, at: datetime) -> Match:
    """Both said yes, and nothing stands in the way today."""
    held = _hold_match(match)
    logins: set[object] = {held.mentor.person.login_id, held.person.login_id}
    _refuse_if(rules.why_not_approve(approver=by.pk if by else None, logins=logins))
    _refuse_if(between.why_not(mentor=held.mentor, person=held.person, on=local_day(at)))
    move(match, to=Status.APPROVED, frm={Status.PERSON_AGREED}, approved_at=at, approved_by=by)
    match_steps.write(match=held, what=What.APPROVED, by=by, at=at)
    audit.record(verb="mentoring.match.approved", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def begin(*, match: Match, by: Any, at: datetime) -> Match:
    """The match becomes active: from today they walk alongside each other. Every gate is asked again on that day.

    One that came from another system keeps the first day that it had there.
    """
    mentor = _hold(match.mentor)
    held = _hold_match(match)
    _refuse_if(between.no_room(mentor) + between.why_not(mentor=mentor, person=held.person, on=local_day(at)))
    started_on = match.started_on or local_day(at)
    move(match, to=Status.ACTIVE, frm={Status.APPROVED}, started_on=started_on, status_reason="")
    match_steps.write(match=held, what=What.BEGUN, by=by, at=at)
    triage.found_mentor(person=held.person, by=by, at=at)
    audit.record(verb="mentoring.match.begun", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def pause(*, match: Match, reason: str, by: Any, at: datetime, note: str = "") -> Match:
    """Transfer, recall, lockdown or a hard time: the match waits, it does not end."""
    move(match, to=Status.PAUSED, frm={Status.ACTIVE}, status_reason=reason)
    match_steps.write(match=match, what=What.PAUSED, reason=reason, note=note, by=by, at=at)
    audit.record(verb="mentoring.match.paused", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def resume(*, match: Match, by: Any, at: datetime) -> Match:
    """They go on, wherever the person is now: the gates are asked for that place."""
    held = _hold_match(match)
    _refuse_if(between.why_not(mentor=held.mentor, person=held.person, on=local_day(at)))
    move(match, to=Status.ACTIVE, frm={Status.PAUSED}, status_reason="")
    match_steps.write(match=held, what=What.RESUMED, by=by, at=at)
    audit.record(verb="mentoring.match.resumed", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def begin_ending(*, match: Match, by: Any, at: datetime) -> Match:
    """The last meetings begin. The mentor still sees the person, and nothing is taken away before the last day."""
    move(match, to=Status.ENDING, frm={Status.ACTIVE, Status.PAUSED}, status_reason="")
    match_steps.write(match=match, what=What.ENDING, by=by, at=at)
    audit.record(verb="mentoring.match.ending_begun", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def go_on(*, match: Match, by: Any, at: datetime) -> Match:
    """They want to carry on after all: an ending that was begun is called off. The gates are asked as for resuming."""
    held = _hold_match(match)
    _refuse_if(between.why_not(mentor=held.mentor, person=held.person, on=local_day(at)))
    move(match, to=Status.ACTIVE, frm={Status.ENDING}, status_reason="")
    match_steps.write(match=held, what=What.RESUMED, by=by, at=at)
    audit.record(verb="mentoring.match.ending_called_off", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def end(*, match: Match, reason: str, by: Any, at: datetime) -> Match:
    """The mentor sees nothing of the person from the next request on."""
    frm = set(Status.values) - {Status.ENDED}
    move(match, to=Status.ENDED, frm=frm, ended_on=local_day(at), status_reason=reason)
    match_steps.write(match=match, what=What.ENDED, reason=reason, by=by, at=at)
    tasks.settle(key=_asking(match), by=by, at=at)
    audit.record(verb="mentoring.match.ended", by=by, at=at, subject=match, about=match.person)
    return match


def _asking(match: Match) -> str:
    return f"asked:{match.ref}"


def _hold(mentor: Mentor) -> Mentor:
    """The mentor's row, locked until the end: two people cannot take the last place at once."""
    return Mentor.objects.select_for_update().get(pk=mentor.pk)


def _hold_match(match: Match) -> Match:
    """The match's row, locked, so that a block which comes at the same moment comes before or after, never between."""
    held = Match.objects.select_for_update().get(pk=match.pk)
    held.mentor, held.person = match.mentor, match.person
    return held


def _ready(match: Match, told: str, said_on: date, at: datetime) -> Match:
    """For a yes: nothing between them but what can still be put in order before they begin."""
    _refuse_if(rules.why_not_say_yes(said_on_is_future=said_on > local_day(at), told=told))
    held = _hold_match(match)
    _refuse_if(between.blocked(held.mentor, held.person, rules.NOT_NOW))
    return held


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
