"""The test on paper: printed for one learner, typed in once, and marked as on a screen."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.sheet_codes import new_code
from common.text import clean
from common.transitions import NotAllowed, move
from training.actions import attempts, confidences, enrolments, learners, reflections
from training.actions import progress as going
from training.models import AnswerSheet, Attempt, CoursePage, Learner, ModuleVersion, Progress
from training.rules import answer_sheets as rules
from training.rules.attempts import together, why_not_adjust
from training.rules.handouts import read_by_somebody
from training.rules.versions import blocks

Status = AnswerSheet.Status


class KeyedAlready(NotAllowed):
    """It was typed in before: `sheet` says what it became."""

    def __init__(self, sheet: AnswerSheet) -> None:
        super().__init__("This sheet has been typed in already.")
        self.sheet = sheet


@dataclass(frozen=True)
class Whose:
    """Somebody we know (`learner`), or somebody new: a name and a place are enough."""

    learner: Learner | None = None
    name: str = ""
    place: str = ""


@transaction.atomic
def give(
    *, whose: Whose, version: ModuleVersion, key: str, by: Any, at: datetime, adjustments: Sequence[str] = ()
) -> AnswerSheet:
    """A sheet for somebody who may not be here yet: they are added, put on the course and begin the module. Whoever
    has begun it goes on in the version that they began.
    """
    if earlier := AnswerSheet.objects.filter(key=key, printed_by=by).first():
        return earlier
    pages = CoursePage.objects.live().filter(translation_key=version.course_key)
    course = pages.filter(locale__language_code=version.language).first()
    if course is None:
        raise NotAllowed("The course that this module is part of is not published.")
    learner = whose.learner or learners.add(name=whose.name, place=whose.place, login=None, by=by, at=at)
    station = learner.stations.current().select_related("establishment").first()
    on_it = enrolments.enrol(
        learner=learner,
        course=course,
        source="staff",
        establishment=station.establishment if station else None,
        by=by,
        at=at,
    )
    begun = going.begin(enrolment=on_it, version=version, by=by, at=at)
    return print_(progress=begun, key=key, adjustments=adjustments, by=by, at=at)


@transaction.atomic
def print_(*, progress: Progress, key: str, by: Any, at: datetime, adjustments: Sequence[str] = ()) -> AnswerSheet:
    """A sheet with a code of its own. `key` comes with the form: sent again, it prints the same sheet."""
    if earlier := AnswerSheet.objects.filter(key=key, printed_by=by).first():
        return earlier
    reasons = ["They have passed this test already."] if progress.passed_at else []
    if reasons := [*reasons, *why_not_adjust(adjustments)]:
        raise NotAllowed(*reasons)
    # What they have in every test, and what they need in this one.
    helped = together(progress.enrolment.learner.adjustments, adjustments)
    try:
        with transaction.atomic():
            sheet = AnswerSheet.objects.create(
                key=key, code=new_code(_pick), progress=progress, version=progress.version,
                adjustments=helped, printed_at=at, printed_by=by,
            )  # fmt: skip
    except IntegrityError:
        if earlier := AnswerSheet.objects.filter(key=key, printed_by=by).first():
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="training.answer_sheet.printed", by=by, at=at, subject=sheet)
    return sheet


def _pick(letters: str) -> str:
    return secrets.choice(letters)


@dataclass(frozen=True)
class Written:
    """What stands on a sheet: answers to the test, how sure they are, and reflections, each by block id. `has_read`
    says that they went through the workbook.
    """

    on: date
    has_read: bool
    given: Mapping[str, Any]
    sure: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def key_in(*, sheet: AnswerSheet, written: Written, by: Any, at: datetime) -> AnswerSheet:
    """Type it in: one try, marked by the same rules, with the help that they had. Raises KeyedAlready."""
    held = AnswerSheet.objects.select_for_update(of=("self",)).select_related("version").get(pk=sheet.pk)
    if held.status == Status.KEYED:
        raise KeyedAlready(held)
    goes_on = Progress.objects.select_for_update(of=("self",)).select_related("version").get(pk=held.progress_id)
    reasons = rules.why_not_key(
        status=held.status, version=held.version.number, going_on_with=goes_on.version.number
    ) + rules.why_not_dated(written_on=written.on, today=local_day(at))
    if reasons:
        raise NotAllowed(*reasons)
    _beside_the_test(goes_on, written, by, at)
    attempt = _begun(held, goes_on, by, at)
    attempts.hand_in(attempt=attempt, given=written.given, by=by, at=at, written_on=written.on)
    move(held, to=Status.KEYED, frm={Status.PRINTED}, attempt=attempt)
    audit.record(verb="training.answer_sheet.keyed", by=by, at=at, subject=held, attempt=attempt.ref)
    return held


def _beside_the_test(progress: Progress, written: Written, by: Any, at: datetime) -> None:
    """As on a screen: what they read, how sure they are, and what they thought, which is read for signs of harm."""
    content = progress.version.plain
    if written.has_read:
        asked = read_by_somebody(content)
        # What somebody reads is done when it is written; a page turned is not enough.
        seen = [name for name in blocks(content) if name not in asked or asked[name].get("may_skip")]
        going.see(progress=progress, block_ids=seen, by=by, at=at)
    for name, sure in written.sure.items():
        confidences.say(progress=progress, block_id=name, sure=sure, by=by, at=at)
    for name, words in written.words.items():
        reflections.write(progress=progress, block_id=name, words=words, by=by, at=at)


def _begun(sheet: AnswerSheet, progress: Progress, by: Any, at: datetime) -> Attempt:
    """A try that was opened on a screen and finished on paper is one try: the paper’s, with the help of both."""
    attempt = attempts.begin(progress=progress, by=by, at=at, adjustments=sheet.adjustments, mode=Attempt.Mode.PAPER)
    Attempt.objects.filter(pk=attempt.pk).update(mode=Attempt.Mode.PAPER, seed=sheet.seed)
    attempt.refresh_from_db()
    return attempt


@transaction.atomic
def void(*, sheet: AnswerSheet, reason: str, by: Any, at: datetime) -> AnswerSheet:
    """It was spoilt, or lost: nobody can type it in any more."""
    reason = clean(reason, lines=False)[:200]
    if reasons := rules.why_not_void(status=sheet.status, reason=reason):
        raise NotAllowed(*reasons)
    move(sheet, to=Status.VOID, frm={Status.PRINTED}, void_at=at, void_reason=reason)
    audit.record(verb="training.answer_sheet.cancelled", by=by, at=at, subject=sheet)
    return sheet
