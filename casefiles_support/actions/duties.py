"""Owing somebody something by a day, once; and what becomes of it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support.models import Duty, Journey, Supporter
from casefiles_support.rules.duties import why_not_by_hand, words_of
from common.transitions import NotAllowed, move

OPEN = {Duty.Status.OPEN}


@transaction.atomic
def raise_duty(
    *,
    key: str,
    kind: str,
    journey: Journey,
    due_on: date,
    by: Any,
    at: datetime,
    about_ref: str = "",
    for_supporter: Supporter | None = None,
) -> Duty:
    """`key` names the occasion (“parcel:<ref>:told”): asked again, nothing happens. `by` None: the clock."""
    words_of(kind)  # a kind without words is a mistake of ours: better here than on somebody's desk
    duty, new = Duty.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "journey": journey,
            "team_id": journey.team_id,
            "for_supporter": for_supporter,
            "about_ref": about_ref,
            "due_on": due_on,
            "raised_at": at,
        },
    )
    if new:
        audit.record(verb="files.duty.raised", by=by, at=at, subject=duty, about=journey.person, kind=kind)
    return duty


@transaction.atomic
def finish(*, duty: Duty, by: Any, at: datetime) -> Duty:
    """Somebody did it, and says so. Only for the kinds that may be finished by hand."""
    if reasons := why_not_by_hand(duty.kind):
        raise NotAllowed(*reasons)
    return _done(duty, by, at)


@transaction.atomic
def fulfil(*, key: str, by: Any, at: datetime) -> None:
    """What it asked for has been recorded just now. Nothing happens where there is no such open duty."""
    duty = Duty.objects.open().select_for_update(skip_locked=True).filter(key=key).first()
    if duty is not None:
        _done(duty, by, at)


@transaction.atomic
def settle(*, key: str, by: Any, at: datetime) -> None:
    """Its cause is gone. Nothing happens where there is no such open duty."""
    duty = Duty.objects.open().select_for_update(skip_locked=True).filter(key=key).first()
    if duty is not None:
        move(duty, to=Duty.Status.SETTLED, frm=OPEN, done_at=at, done_by=by)
        audit.record(verb="files.duty.settled", by=by, at=at, subject=duty, about=duty.journey.person)


def _done(duty: Duty, by: Any, at: datetime) -> Duty:
    move(duty, to=Duty.Status.DONE, frm=OPEN, done_at=at, done_by=by)
    audit.record(verb="files.duty.done", by=by, at=at, subject=duty, about=duty.journey.person)
    return duty
