"""Looking back together: planning when, and writing down what was said."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, Max, OuterRef, Q

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Match, Review
from mentoring.rules import reviews as rules

BATCH = 500


@transaction.atomic
def plan_all(*, by: Any, at: datetime) -> int:
    """Give every open match its next review where it has none, and let go of those of matches that ended.

    The clock does it each morning, so that it holds however a match came to be open. Answers how many were planned.
    """
    planned = Review.objects.planned()
    over = list(planned.locked().filter(match__status=Match.Status.ENDED))
    without = (
        Match.objects.open()
        .filter(~Exists(planned.filter(match=OuterRef("pk"))))
        .annotate(last=Max("reviews__held_on", filter=Q(reviews__status=Review.Status.HELD)))
        .order_by("pk")[:BATCH]
    )
    new = [_next(match, match.last, at) for match in without if match.started_on is not None]
    # Before the first word in the trail: somebody who holds a review now may make the same row and wait for the trail.
    made = Review.objects.bulk_create(new, ignore_conflicts=True)
    for review in over:
        call_off(review=review, by=by, at=at)
    if made or over:
        audit.record(verb="mentoring.review.planned", by=by, at=at, count=len(made), called_off=len(over))
    return len(made)


@transaction.atomic
def call_off(*, review: Review, by: Any, at: datetime) -> None:
    """The match is over, so nobody need look back any more."""
    move(review, to=Review.Status.CALLED_OFF, frm={Review.Status.PLANNED})
    tasks.settle(key=_task(review), by=by, at=at)
    audit.record(verb="mentoring.review.called_off", by=by, at=at, subject=review, about=review.match.person)


def _next(match: Match, last_held_on: date | None, at: datetime) -> Review:
    assert match.started_on is not None
    # A match from another system began there long before it was approved here: what it missed is nobody's debt.
    started_on = max(match.started_on, local_day(match.approved_at)) if match.approved_at else match.started_on
    due_on = rules.next_due(started_on=started_on, last_held_on=last_held_on)
    return Review(match=match, due_on=due_on, planned_at=at)


@transaction.atomic
def raise_due(*, by: Any, at: datetime) -> int:
    """Ask each team to look at the reviews that have come due; answers how many are due."""
    due = Review.objects.due(local_day(at)).select_related("match__person__team", "match__mentor").order_by("due_on")
    found = list(due[:BATCH])
    for review in found:
        match = review.match
        tasks.raise_task(
            key=_task(review), kind="review_due", team=match.person.team, due_on=review.due_on, person=match.person,
            match=match, mentor=match.mentor, by=by, at=at,
        )  # fmt: skip
    return len(found)


def _task(review: Review) -> str:
    return f"review:{review.ref}"


@transaction.atomic
def hold(
    *,
    review: Review,
    held_on: date,
    their_words: str,
    what_next: str,
    confidence: int | None,
    by: Any,
    at: datetime,
) -> Review:
    """Write down what was said, in their words. The next one is planned with it."""
    match = review.match
    reasons = rules.why_not_hold(
        held_on=held_on, today=local_day(at), started_on=match.started_on, said=bool(their_words.strip())
    )
    if match.status not in Match.OPEN:
        reasons.append("This match has ended.")
    if reasons:
        raise NotAllowed(*reasons)
    move(
        review, to=Review.Status.HELD, frm={Review.Status.PLANNED}, held_on=held_on, their_words=their_words,
        what_next=what_next, confidence=confidence, recorded_at=at, recorded_by=by,
    )  # fmt: skip
    if match.status != Match.Status.ENDING:
        _plan_next(match, held_on, at)
    tasks.settle(key=_task(review), by=by, at=at)
    audit.record(verb="mentoring.review.held", by=by, at=at, subject=review, about=match.person)
    return review


def _plan_next(match: Match, held_on: date, at: datetime) -> None:
    try:
        with transaction.atomic():
            _next(match, held_on, at).save(force_insert=True)
    except IntegrityError:  # the morning's clock was first
        return
