"""Offering somebody their records, and going along at their own pace. No verb here touches what a holder owes them."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import checking
from casefiles_support.actions import duties, pauses
from casefiles_support.locking import lock
from casefiles_support.models import Checkpoint, Duty, FollowUp, Journey, Parcel
from casefiles_support.models.requests import AccessRequest
from casefiles_support.rules import journeys as rules
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, change, move
from law import working_days
from people.models import Person

Status, Outcome = Journey.Status, Checkpoint.Outcome
BEFORE = ("", Status.NOT_STARTED)  # paused there, nothing had begun
NAME_SOON = 5  # working days in which somebody who said yes hears who will be beside them


@transaction.atomic
def offer(
    *,
    person: Person,
    outcome: str,
    in_private: bool,
    on: date,
    key: str,
    by: Any,
    at: datetime,
    person_present: bool = True,
    words: str = "",
    next_review_on: date | None = None,
) -> Journey:
    """Asked whether they would like to know, and what they said: yes, not now, or no, thank you. Any answer is whole.

    There is one open journey of a person: asked again, whatever is under way goes on as it is.
    """
    if earlier := Checkpoint.objects.filter(recorded_by=by, key=key).select_related("journey").first():
        return earlier.journey
    reasons = rules.why_not_offer(in_private=in_private, person_present=person_present, on=on, today=local_day(at))
    if outcome not in (Outcome.DONE, Outcome.NOT_NOW, Outcome.NO_THANKS):
        reasons.append("Choose what they said.")
    _refuse_if(reasons + rules.why_not_ask_again(review_on=next_review_on, on=on))
    journey = _one_open(person, key, by, at)
    if outcome == Outcome.NOT_NOW:
        next_review_on = next_review_on or on + rules.ASK_AGAIN
    asked = Checkpoint(
        journey=journey, code="C0", outcome=outcome, on=on, person_present=True, in_private=True, words=clean(words),
        next_review_on=next_review_on, key=key, recorded_at=at, recorded_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        return Checkpoint.objects.get(recorded_by=by, key=key).journey  # the same form, sent twice at once
    _answered(journey, asked, by, at)
    audit.record(verb="files.journey.offered", by=by, at=at, subject=journey, about=person)
    return journey


@transaction.atomic
def move_on(*, journey: Journey, to: str, seen: int, by: Any, at: datetime) -> Journey:
    """A step along the way. A later version than `seen` raises Stale; a pause that came first wins."""
    _refuse_if(rules.why_not_step(to=to, status=journey.status))
    change(journey, seen=seen)
    _refuse_if(rules.why_not_step(to=to, status=journey.status) or checking.why_not_step(journey, to, on=local_day(at)))
    move(journey, to=to, frm=rules.STEPS[to].frm)
    audit.record(verb="files.journey.moved_on", by=by, at=at, subject=journey, about=journey.person, to=to)
    return journey


@transaction.atomic
def follow(*, journey: Journey, to: str, by: Any, at: datetime) -> Journey:
    """What happened elsewhere leads there: a letter went, papers came, somebody read. Where they have paused they stay
    paused, and would go on from there; where the step does not fit, nothing happens.
    """
    lock(journey)
    if journey.status in rules.STILL and journey.back_to in rules.STEPS[to].frm:
        move(journey, to=journey.status, frm={journey.status}, back_to=to, version=journey.version + 1)
    elif journey.status in rules.STEPS[to].frm:
        move(journey, to=to, frm={journey.status}, version=journey.version + 1)
    else:
        return journey
    audit.record(verb="files.journey.moved_on", by=by, at=at, subject=journey, about=journey.person, to=to)
    return journey


@transaction.atomic
def rest(*, journey: Journey, seen: int, by: Any, at: datetime) -> Journey:
    """Enough for now, read or unread: a good end that can go on."""
    return move_on(journey=journey, to=Status.RESTING, seen=seen, by=by, at=at)


@transaction.atomic
def close(*, journey: Journey, seen: int, by: Any, at: datetime) -> Journey:
    """Nothing is open between us any more. What was promised after a reading comes first."""
    reasons = rules.why_not(move="close", status=journey.status)
    _refuse_if(reasons or why_not_close(journey=journey))
    change(journey, seen=seen)
    _end(journey, by, at)
    audit.record(verb="files.journey.closed", by=by, at=at, subject=journey, about=journey.person)
    return journey


@transaction.atomic
def reopen(*, journey: Journey, by: Any, at: datetime) -> Journey:
    """They want to go on after all: it begins with talking."""
    _refuse_if(rules.why_not(move="reopen", status=journey.status))
    try:
        with transaction.atomic():
            move(journey, to=Status.TALKING, frm={Status.CLOSED}, closed_on=None, version=journey.version + 1)
    except IntegrityError:
        raise NotAllowed("A newer one is open for them. Go on there.") from None
    _ask_for_a_practitioner(journey, by, at)
    audit.record(verb="files.journey.reopened", by=by, at=at, subject=journey, about=journey.person)
    return journey


def why_not_close(*, journey: Journey) -> list[str]:
    """What is still owed to them."""
    return rules.why_not_close(
        follow_ups=FollowUp.objects.filter(journey=journey, status=FollowUp.Status.PLANNED).count(),
        requests=AccessRequest.objects.open()
        .filter(journey=journey)
        .exclude(status__in=["withdrawn", "passed_on"])
        .count(),
        papers=Parcel.objects.here().filter(request__journey=journey).count(),
    )


def _one_open(person: Person, key: str, by: Any, at: datetime) -> Journey:
    """Theirs that is open, locked; or a new one, which of several racers one makes."""
    if found := Journey.objects.open().select_for_update().filter(person=person).first():
        return found
    try:
        with transaction.atomic():
            return Journey.objects.create(person=person, team=person.team, key=key, opened_at=at, opened_by=by)
    except IntegrityError:
        return Journey.objects.open().select_for_update().get(person=person)


def _answered(journey: Journey, asked: Checkpoint, by: Any, at: datetime) -> None:
    """What the answer changes, where nothing is under way yet. Else it is kept, and the practitioner reads it."""
    pauses.asked_again(journey=journey, by=by, at=at)
    started = journey.status not in (Status.NOT_STARTED, *rules.STILL) or journey.back_to not in BEFORE
    if asked.outcome == Outcome.DONE:
        _said_yes(journey, by, at)
    elif asked.outcome == Outcome.NOT_NOW and (not started or journey.status in rules.STILL):
        pauses.not_now(journey=journey, review_on=asked.next_review_on, by=by, at=at)
    elif asked.outcome == Outcome.NO_THANKS and not started:
        _end(journey, by, at)


def _said_yes(journey: Journey, by: Any, at: datetime) -> None:
    if journey.status in rules.STILL:
        pauses.resume(journey=journey, by=by, at=at)
    if journey.status == Status.NOT_STARTED:
        move(journey, to=Status.TALKING, frm={Status.NOT_STARTED}, version=journey.version + 1)
    _ask_for_a_practitioner(journey, by, at)


def _ask_for_a_practitioner(journey: Journey, by: Any, at: datetime) -> None:
    if not journey.supporters.filter(role="practitioner", ended_at=None).exists():
        due = working_days.after(local_day(at), working_days=NAME_SOON)
        key = f"journey:{journey.ref}:practitioner:{local_day(at)}"
        duties.raise_duty(key=key, kind="name_practitioner", journey=journey, due_on=due, by=by, at=at)


def _end(journey: Journey, by: Any, at: datetime) -> None:
    """Nobody owes anything in it any more."""
    ended = {"back_to": "", "closed_on": local_day(at), "version": journey.version + 1}
    move(journey, to=Status.CLOSED, frm=set(rules.OPEN), **ended)
    for duty in Duty.objects.open().filter(journey=journey).order_by("pk"):
        duties.settle(key=duty.key, by=by, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
