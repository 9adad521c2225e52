"""Writing down what was promised at a stage and what the person said to it. Rows are only added."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support.actions import duties
from casefiles_support.locking import lock
from casefiles_support.models import Checkpoint, Duty, Journey
from casefiles_support.rules import checkpoints as rules
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed

Outcome = Checkpoint.Outcome
IN_TOUCH = "C5"


@transaction.atomic
def record(
    *, journey: Journey, code: str, outcome: str, on: date, key: str, by: Any, at: datetime,
    person_present: bool = True,
    in_private: bool | None = None, words: str = "", answers: Mapping[str, Any] | None = None,
    next_review_on: date | None = None,
) -> Checkpoint:  # fmt: skip
    """What became of a stage. The first, C0, is `journeys.offer`; going ahead is `went_ahead`."""
    if earlier := Checkpoint.objects.filter(recorded_by=by, key=key).first():
        return earlier
    lock(journey)
    if code == "C0" or outcome == Outcome.WENT_AHEAD:
        raise NotAllowed("This is written down on a page of its own.")
    row = Checkpoint(
        journey=journey, code=code, outcome=outcome, on=on, person_present=person_present, in_private=in_private,
        words=clean(words).strip(), answers=dict(answers or {}), next_review_on=next_review_on, key=key, recorded_at=at,
        recorded_by=by,
    )  # fmt: skip
    _refuse_if(_why_not(row, at) or _why_not_closed(journey))
    if not _added(row):
        return Checkpoint.objects.get(recorded_by=by, key=key)
    if code == IN_TOUCH:
        _was_in_touch(journey, by, at)
    audit.record(verb="files.checkpoint.recorded", by=by, at=at, subject=row, about=journey.person, code=code)
    return row


@transaction.atomic
def correct(
    *, checkpoint: Checkpoint, outcome: str, on: date, key: str, by: Any, at: datetime, person_present: bool = True,
    words: str = "", answers: Mapping[str, Any] | None = None, next_review_on: date | None = None,
) -> Checkpoint:  # fmt: skip
    """Put one right: another row stands in its place, and the first stays as it was. What they said stays said."""
    if earlier := Checkpoint.objects.filter(recorded_by=by, key=key).first():
        return earlier
    lock(checkpoint.journey)
    if Checkpoint.objects.filter(supersedes=checkpoint).exists():
        raise NotAllowed("Somebody has put this right already. Open it again to see how.")
    row = Checkpoint(
        journey=checkpoint.journey, code=checkpoint.code, outcome=outcome, on=on, person_present=person_present,
        in_private=checkpoint.in_private, words=clean(words).strip(), answers=dict(answers or {}),
        supersedes=checkpoint,
        next_review_on=next_review_on, key=key, recorded_at=at, recorded_by=by,
    )  # fmt: skip
    went = Outcome.WENT_AHEAD in (outcome, checkpoint.outcome) and outcome != checkpoint.outcome
    _refuse_if(_why_not(row, at) + (["That they went ahead was their own word. It stays."] if went else []))
    if not _added(row):
        raise NotAllowed("Somebody has put this right already. Open it again to see how.")
    audit.record(verb="files.checkpoint.corrected", by=by, at=at, subject=row, about=row.journey.person, code=row.code)
    return row


@transaction.atomic
def went_ahead(*, journey: Journey, code: str, words: str, key: str, by: Any, at: datetime) -> Checkpoint:
    """“I want to go ahead anyway.” In their words, whatever else stands here; nobody’s leave is asked."""
    if earlier := Checkpoint.objects.filter(recorded_by=by, key=key).first():
        return earlier
    lock(journey)
    row = Checkpoint(
        journey=journey, code=code, outcome=Outcome.WENT_AHEAD, on=local_day(at), words=clean(words).strip(), key=key,
        recorded_at=at, recorded_by=by,
    )  # fmt: skip
    _refuse_if(_why_not(row, at))
    if not _added(row):
        return Checkpoint.objects.get(recorded_by=by, key=key)
    audit.record(verb="files.checkpoint.went_ahead", by=by, at=at, subject=row, about=journey.person, code=code)
    return row


def _why_not(row: Checkpoint, at: datetime) -> list[str]:
    return rules.why_not_record(
        code=row.code, outcome=row.outcome, on=row.on, today=local_day(at), words=row.words, answers=row.answers,
        next_review_on=row.next_review_on,
    )  # fmt: skip


def _why_not_closed(journey: Journey) -> list[str]:
    return ["It is closed. It can be opened again."] if journey.status == Journey.Status.CLOSED else []


def _added(row: Checkpoint) -> bool:
    """Whether it is new: the same form sent twice at once makes one."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _was_in_touch(journey: Journey, by: Any, at: datetime) -> None:
    for duty in Duty.objects.open().filter(journey=journey, kind="keep_in_touch").order_by("pk"):
        duties.fulfil(key=duty.key, by=by, at=at)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
