"""Stopping for now, and going on. The person says so, and nobody is refused; a holder’s time goes on meanwhile."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.locking import lock
from casefiles_support.models import Duty, Journey
from casefiles_support.rules import journeys as rules
from common.dates import local_day
from common.transitions import NotAllowed, move

Status = Journey.Status
# What would have us come to somebody who wants to be left alone. Whatever the holder or the papers need goes on.
COME_TO_THEM = ("keep_in_touch",)


@transaction.atomic
def pause(*, journey: Journey, by: Any, at: datetime) -> Journey:
    """They want to stop for now. From everywhere, and whatever else happens at the same moment."""
    _be_still(journey, "pause", Status.PAUSED, by, at)
    audit.record(verb="files.journey.paused", by=by, at=at, subject=journey, about=journey.person)
    return journey


@transaction.atomic
def not_now(*, journey: Journey, by: Any, at: datetime, review_on: date | None = None) -> Journey:
    """Not now, and on which day we may ask again. The door stays open."""
    today = local_day(at)
    _refuse_if(rules.why_not_ask_again(review_on=review_on, on=today))
    _be_still(journey, "not_now", Status.NOT_NOW, by, at)
    asked_again(journey=journey, by=by, at=at)
    duties.raise_duty(
        key=f"journey:{journey.ref}:ask:{at:%Y%m%d%H%M%S%f}", kind="ask_again", journey=journey,
        due_on=review_on or today + rules.ASK_AGAIN, by=by, at=at,
    )  # fmt: skip
    audit.record(verb="files.journey.not_now", by=by, at=at, subject=journey, about=journey.person)
    return journey


@transaction.atomic
def resume(*, journey: Journey, by: Any, at: datetime) -> Journey:
    """On from where they were. Said twice, they go on once."""
    lock(journey)
    if journey.status in rules.ON_THE_WAY or journey.status == Status.RESTING:
        return journey
    _refuse_if(rules.why_not(move="resume", status=journey.status))
    move(journey, to=journey.back_to, frm={journey.status}, back_to="", version=journey.version + 1)
    asked_again(journey=journey, by=by, at=at)
    audit.record(verb="files.journey.resumed", by=by, at=at, subject=journey, about=journey.person)
    return journey


@transaction.atomic
def asked_again(*, journey: Journey, by: Any, at: datetime) -> None:
    """They have been asked, or they came by themselves: nobody need ask them now."""
    for duty in Duty.objects.open().filter(journey=journey, kind="ask_again").order_by("pk"):
        duties.fulfil(key=duty.key, by=by, at=at)


def _be_still(journey: Journey, said: str, to: str, by: Any, at: datetime) -> None:
    lock(journey)
    _refuse_if(rules.why_not(move=said, status=journey.status))
    back_to = journey.back_to or journey.status
    move(journey, to=to, frm={journey.status}, back_to=back_to, version=journey.version + 1)
    for duty in Duty.objects.open().filter(journey=journey, kind__in=COME_TO_THEM).order_by("pk"):
        duties.settle(key=duty.key, by=by, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
