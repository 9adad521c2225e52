"""Taking the test of a module, on a screen or on paper: the same marking, and the same trail."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed
from training.actions import certificates, reflections, statements
from training.actions import progress as progresses
from training.models import Answer, Attempt, Progress
from training.rules import attempts as rules
from training.rules import questions

Given = Mapping[str, Any]


@transaction.atomic
def begin(
    *, progress: Progress, by: Any, at: datetime, adjustments: Sequence[str] = (), mode: str = Attempt.Mode.ONLINE
) -> Attempt:
    """Begin the test. Who has begun one goes on with it, and keeps its help with what is added. The help that a learner
    has in every test comes by itself.
    """
    found = Progress.objects.select_for_update(of=("self",)).select_related("version", "enrolment__learner")
    held = found.get(pk=progress.pk)
    if open_one := held.attempts.open().first():
        return _with_more_help(open_one, adjustments)
    finished = [one.handed_in_at for one in held.attempts.all() if one.handed_in_at]
    reasons = rules.why_not_begin(
        terms=held.terms, finished=finished, passed=held.passed_at is not None, open_one=False, at=at
    )
    if reasons := [*reasons, *rules.why_not_adjust(adjustments)]:
        raise NotAllowed(*reasons)
    help_given = rules.together(held.enrolment.learner.adjustments, adjustments)
    attempt = Attempt.objects.create(
        progress=held, version=held.version, number=len(finished) + 1, mode=mode, adjustments=help_given, begun_at=at,
    )  # fmt: skip
    audit.record(verb="training.attempt.begun", by=by, at=at, subject=attempt, number=attempt.number)
    return attempt


def _with_more_help(attempt: Attempt, adjustments: Sequence[str]) -> Attempt:
    if reasons := rules.why_not_adjust(adjustments):
        raise NotAllowed(*reasons)
    attempt.adjustments = rules.together(attempt.adjustments, adjustments)
    attempt.save(update_fields=["adjustments"])
    return attempt


@transaction.atomic
def keep(*, attempt: Attempt, given: Given, by: Any, at: datetime) -> Attempt:
    """Keep these answers until it is handed in. What was handed in stays as it was: a late page changes nothing."""
    held = Attempt.objects.select_for_update().select_related("version").get(pk=attempt.pk)
    if set(given) - set(held.test):
        raise NotAllowed("This test does not ask that.")
    if held.handed_in_at is None:
        held.kept = held.kept | dict(given)
        held.save(update_fields=["kept"])
    return held


@transaction.atomic
def hand_in(*, attempt: Attempt, given: Given, by: Any, at: datetime, written_on: date | None = None) -> Attempt:
    """Mark it. Handed in twice, the first stands. What was left empty is wrong, and said so; nothing is guessed."""
    held = Attempt.objects.select_for_update().select_related("version", "progress").get(pk=attempt.pk)
    if held.handed_in_at is not None:
        return held
    asked = held.test
    answers = [_marked(held, name, block["value"], given.get(name)) for name, block in asked.items()]
    Answer.objects.bulk_create(answers)
    score = questions.score([questions.Mark(one.points, one.out_of) for one in answers])
    terms = held.progress.terms
    held.handed_in_at, held.score, held.passed = at, score, rules.passed(terms=terms, score=score)
    held.written_on, held.keyed_by = written_on, by if held.mode == Attempt.Mode.PAPER else None
    held.is_late = held.mode == Attempt.Mode.ONLINE and rules.is_late(
        terms=terms, adjustments=held.adjustments, begun=held.begun_at, handed_in=at
    )
    held.save(update_fields=["handed_in_at", "score", "passed", "written_on", "keyed_by", "is_late"])
    statements.promise_tested(attempt=held, by=by, at=at)
    _heed(held, asked, answers, by, at)
    # Who has answered a question has read it, wherever in the lessons it stands.
    progresses.see(progress=held.progress, block_ids=list(asked), by=by, at=at)
    if held.passed:
        certificates.pass_test(progress=held.progress, by=by, at=at)
    audit.record(verb="training.attempt.handed_in", by=by, at=at, subject=held, mode=held.mode)
    return held


def _marked(attempt: Attempt, name: str, question: Mapping[str, Any], given: Any) -> Answer:
    fits = given is None or not questions.why_not_answer(question, given)
    mark = questions.mark({"id": name, **question}, given if fits else None)
    return Answer(attempt=attempt, block_id=name, given=given, points=mark.points, out_of=mark.out_of)


def _heed(held: Attempt, asked: Mapping[str, Any], answers: Sequence[Answer], by: Any, at: datetime) -> None:
    """What somebody wrote in their own words may mean that somebody is not safe, on paper as on a screen."""
    for one in answers:
        if asked[one.block_id]["value"]["kind"] == "short_text" and one.given:
            reflections.heed(progress=held.progress, words=str(one.given), by=by, at=at)
