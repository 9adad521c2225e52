"""The test on paper: printed for one learner, typed in once, and marked as on a screen."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from training.actions import attempts
from training.actions import progress as going
from training.models import AnswerSheet, Attempt, Progress
from training.rules import answer_sheets as rules
from training.rules.attempts import why_not_adjust
from training.rules.versions import blocks

Status = AnswerSheet.Status


class KeyedAlready(NotAllowed):
    """It was typed in before: `sheet` says what it became."""

    def __init__(self, sheet: AnswerSheet) -> None:
        super().__init__("This sheet has been typed in already.")
        self.sheet = sheet


@transaction.atomic
def print_(*, progress: Progress, key: str, by: Any, at: datetime, adjustments: Sequence[str] = ()) -> AnswerSheet:
    """A sheet with a code of its own. `key` comes with the form: sent again, it prints the same sheet."""
    if earlier := AnswerSheet.objects.filter(key=key, printed_by=by).first():
        return earlier
    reasons = ["They have passed this test already."] if progress.passed_at else []
    if reasons := [*reasons, *why_not_adjust(adjustments)]:
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            sheet = AnswerSheet.objects.create(
                key=key, code=rules.new_code(_pick), progress=progress, version=progress.version,
                adjustments=list(adjustments), printed_at=at, printed_by=by,
            )  # fmt: skip
    except IntegrityError:
        if earlier := AnswerSheet.objects.filter(key=key, printed_by=by).first():
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="training.answer_sheet.printed", by=by, at=at, subject=sheet, adjustments=list(sheet.adjustments))
    return sheet


def _pick(letters: str) -> str:
    return secrets.choice(letters)


@transaction.atomic
def key_in(
    *, sheet: AnswerSheet, given: Mapping[str, Any], has_read: bool, written_on: date, by: Any, at: datetime
) -> AnswerSheet:
    """Type in what was written: one try, marked by the same rules, with the help that they had. `has_read` says that
    they went through the workbook. Raises KeyedAlready.
    """
    held = AnswerSheet.objects.select_for_update(of=("self",)).select_related("version").get(pk=sheet.pk)
    if held.status == Status.KEYED:
        raise KeyedAlready(held)
    goes_on = Progress.objects.select_for_update(of=("self",)).select_related("version").get(pk=held.progress_id)
    reasons = rules.why_not_key(
        status=held.status, version=held.version.number, going_on_with=goes_on.version.number
    ) + rules.why_not_dated(written_on=written_on, today=local_day(at))
    if reasons:
        raise NotAllowed(*reasons)
    if has_read:
        going.see(progress=goes_on, block_ids=list(blocks(held.version.plain)), by=by, at=at)
    attempt = attempts.hand_in(attempt=_begun(held, goes_on, by, at), given=given, by=by, at=at, written_on=written_on)
    move(held, to=Status.KEYED, frm={Status.PRINTED}, attempt=attempt)
    audit.record(verb="training.answer_sheet.keyed", by=by, at=at, subject=held, attempt=attempt.ref)
    return held


def _begun(sheet: AnswerSheet, progress: Progress, by: Any, at: datetime) -> Attempt:
    """A try that was opened on a screen and finished on paper is one try, and it is the paper’s."""
    attempt = attempts.begin(progress=progress, by=by, at=at, adjustments=sheet.adjustments, mode=Attempt.Mode.PAPER)
    Attempt.objects.filter(pk=attempt.pk).update(
        mode=Attempt.Mode.PAPER, adjustments=sheet.adjustments, seed=sheet.seed
    )
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
