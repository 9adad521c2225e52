"""Bringing a match to its end: planned and written together, or kindly written down when it has happened."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.actions import users
from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, change, move
from mentoring.actions import advocacy, follow_ups, matches, reviews, tasks
from mentoring.models import AdvocacyIssue, Ending, FollowUp, Match, Review, Task
from mentoring.models.endings import FollowUpWanted
from mentoring.rules import endings as rules
from messaging.actions import outbox
from people.actions import contact_points
from people.models import ContactPoint, Person

Status = Ending.Status
# Written where lists may show it, so it gives nothing away.
OVER = "Ended"


@transaction.atomic
def begin(*, match: Match, last_on: date, plan: str, by: Any, at: datetime) -> Ending:
    """Plan the last meetings. The mentor keeps all they have until the last day."""
    _refuse_if(rules.why_not_begin(last_on=last_on, today=local_day(at)))
    matches.begin_ending(match=match, by=by, at=at)
    ending = Ending.objects.create(
        match=match, reason=rules.PLANNED, last_on=last_on, plan=plan, begun_at=at, begun_by=by
    )
    audit.record(verb="mentoring.ending.planned", by=by, at=at, subject=ending, about=match.person)
    return ending


@transaction.atomic
def write(
    *,
    ending: Ending,
    their_words: str,
    what_helped: str,
    what_next: str,
    thanks: str,
    seen: int,
    by: Any,
    at: datetime,
) -> Ending:
    """What each of them wants to say. It may be written until the letter is given, and after."""
    if ending.status == Status.CALLED_OFF:
        raise NotAllowed("This ending was called off.")
    said = {"their_words": their_words, "what_helped": what_helped, "what_next": what_next, "thanks": thanks}
    change(ending, seen=seen, **said)
    audit.record(verb="mentoring.ending.written", by=by, at=at, subject=ending, about=ending.match.person)
    return ending


@transaction.atomic
def call_off(*, ending: Ending, by: Any, at: datetime) -> Ending:
    """They want to go on after all."""
    move(ending, to=Status.CALLED_OFF, frm={Status.PLANNING})
    matches.go_on(match=ending.match, by=by, at=at)
    audit.record(verb="mentoring.ending.called_off", by=by, at=at, subject=ending, about=ending.match.person)
    return ending


@transaction.atomic
def finish(*, ending: Ending, follow_up: str, by: Any, at: datetime) -> Ending:
    """The last day has come. The mentor sees nothing of the person from the next page they open."""
    _refuse_if(rules.why_not_end(reason=ending.reason, follow_up=follow_up))
    _hold(ending.match, everything=ending.died)
    move(ending, to=Status.ENDED, frm={Status.PLANNING}, follow_up=follow_up, ended_at=at, ended_by=by)
    matches.end(match=ending.match, reason=OVER, by=by, at=at)
    _afterwards(ending, by, at)
    audit.record(verb="mentoring.ending.finished", by=by, at=at, subject=ending, about=ending.match.person)
    return ending


@transaction.atomic
def end_early(*, match: Match, reason: str, what_happened: str, follow_up: str, by: Any, at: datetime) -> Ending:
    """It ended otherwise than planned. Each reason has its own words and its own follow-up."""
    _refuse_if(rules.why_not_end(reason=reason, follow_up=follow_up))
    if reason == rules.PLANNED:
        raise NotAllowed("A planned end has its own page: begin it there.")
    if match.status not in Match.OPEN:
        raise NotAllowed("This match is not open, so there is nothing to end.")
    _hold(match, everything=reason == rules.DIED)
    matches.end(match=match, reason=OVER, by=by, at=at)
    ending = _ended(match, reason, what_happened, follow_up, by, at)
    _afterwards(ending, by, at)
    audit.record(verb="mentoring.ending.early", by=by, at=at, subject=ending, about=match.person)
    return ending


def _hold(match: Match, *, everything: bool) -> None:
    """Lock what ends with it, before the first word in the trail: whoever holds a review may wait for the trail."""
    theirs = Match.objects.filter(person=match.person_id).exclude(status=Match.Status.ENDED)
    matches_held = theirs if everything else theirs.filter(pk=match.pk)
    pks = [held.pk for held in matches_held.select_for_update(no_key=True).order_by("pk")]
    list(Ending.objects.filter(match__in=pks, status=Status.PLANNING).select_for_update(of=("self",)).order_by("pk"))
    list(Review.objects.planned().locked().filter(match__in=pks))
    if everything:
        list(FollowUp.objects.planned().locked().filter(ending__match__person=match.person_id))
        list(AdvocacyIssue.objects.filter(person=match.person_id).unfinished().select_for_update().order_by("pk"))
        list(ContactPoint.objects.current().filter(person=match.person_id).select_for_update().order_by("pk"))


def _ended(match: Match, reason: str, what_happened: str, follow_up: str, by: Any, at: datetime) -> Ending:
    """Their planned ending turned into this one, with what was written in it; or a new one."""
    said = {"reason": reason, "what_happened": what_happened, "follow_up": follow_up, "ended_at": at, "ended_by": by}
    begun = Ending.objects.filter(match=match, status=Status.PLANNING).first()
    if begun is None:
        return Ending.objects.create(match=match, status=Status.ENDED, begun_at=at, begun_by=by, **said)
    move(begun, to=Status.ENDED, frm={Status.PLANNING}, **said)
    return begun


def _afterwards(ending: Ending, by: Any, at: datetime) -> None:
    match = ending.match
    for review in Review.objects.planned().filter(match=match):
        reviews.call_off(review=review, by=by, at=at)
    if ending.died:
        _let_everything_rest(match.person, by, at)
    else:
        follow_ups.plan(ending=ending, by=by, at=at)
    asks = rules.REASONS[ending.reason]
    if asks.task:
        tasks.raise_task(
            key=f"ending:{ending.ref}", kind=asks.task, team=match.person.team, person=match.person, match=match,
            mentor=match.mentor, due_on=rules.task_due(reason=ending.reason, ended_on=local_day(at)), by=by, at=at,
        )  # fmt: skip


def _let_everything_rest(person: Person, by: Any, at: datetime) -> None:
    """Nothing is sent to anybody about them, nobody is reminded of them, and nobody signs in as them."""
    for other in Match.objects.filter(person=person).exclude(status=Match.Status.ENDED):
        was_open = other.status in Match.OPEN
        matches.end(match=other, reason=OVER, by=by, at=at)
        if was_open:
            ending = _ended(other, rules.DIED, "", FollowUpWanted.NOT_ASKED, by, at)
            audit.record(verb="mentoring.ending.early", by=by, at=at, subject=ending, about=person)
    for review in Review.objects.planned().filter(match__person=person):
        reviews.call_off(review=review, by=by, at=at)
    follow_ups.call_off_all(person=person, by=by, at=at)
    advocacy.stop_all(person=person, by=by, at=at)
    for task in Task.objects.open().filter(person=person):
        tasks.settle(key=task.key, by=by, at=at)
    for point in ContactPoint.objects.current().filter(person=person):
        contact_points.end(point=point, by=by, at=at)
    for record in (person, *Match.objects.filter(person=person)):
        outbox.withdraw(about=record, by=by, at=at)
    if person.login is not None:
        users.close_login(user=person.login, reason="Their record is at rest.", by=None, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
