"""Marking a question again when its key was wrong: marks rise or stay, and who passes by it is finished."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed
from training.actions import certificates, statements
from training.models import Answer, Attempt, ModuleVersion, Regrade
from training.rules import attempts as attempt_rules
from training.rules import questions, regrades, versions


@transaction.atomic
def regrade(
    *, version: ModuleVersion, corrected: ModuleVersion, block_id: str, rule: str, reason: str, by: Any, at: datetime
) -> Regrade:
    """Mark the answers to one question of `version` by the key that `corrected` has for it."""
    rekeyed = versions.difference(version.plain, corrected.plain).rekeyed
    reasons = regrades.why_not_regrade(rule=rule, reason=reason, rekeyed=rekeyed, question=block_id)
    asked = versions.questions(corrected.plain).get(block_id)
    if asked is None:
        reasons.append("The corrected version does not have this question.")
    if reasons or asked is None:
        raise NotAllowed(*reasons)
    question = {"id": block_id, **asked["value"]}
    answers = Answer.objects.filter(attempt__version=version, block_id=block_id).select_related("attempt__progress")
    rose = [one for one in answers.select_for_update(of=("self",)).order_by("pk") if _rise(one, rule, question)]
    made = Regrade.objects.create(
        version=version, block_id=block_id, rule=rule, reason=reason.strip()[:300], rose=len(rose), made_at=at,
        made_by=by,
    )  # fmt: skip
    for answer in rose:
        _score_again(answer.attempt, made, by, at)
    audit.record(verb="training.question.regraded", by=by, at=at, subject=made, rose=len(rose))
    return made


def _rise(answer: Answer, rule: str, question: Any) -> bool:
    found = regrades.again(
        rule=rule, before=questions.Mark(answer.counts, answer.out_of), given=answer.given, question=question
    )
    if found.rose:
        Answer.objects.filter(pk=answer.pk).update(raised_to=found.after.points)
    return found.rose


def _score_again(attempt: Attempt, regrade: Regrade, by: Any, at: datetime) -> None:
    # Of two questions that are marked again at once, the second waits here, and then counts what the first raised.
    held = Attempt.objects.select_for_update(of=("self",)).select_related("progress__version")
    attempt = held.get(pk=attempt.pk)
    marks = [questions.Mark(one.counts, one.out_of) for one in attempt.answers.all()]
    score = max(questions.score(marks), attempt.score or 0)
    passed = attempt.passed or attempt_rules.passed(terms=attempt.progress.terms, score=score)
    rose, passes_now = score != attempt.score, passed and not attempt.passed
    attempt.score, attempt.passed = score, passed
    Attempt.objects.filter(pk=attempt.pk).update(score=score, passed=passed)
    if rose:
        statements.promise_raised(attempt=attempt, regrade=regrade, passes_now=passes_now, by=by, at=at)
    if passes_now:
        certificates.pass_test(progress=attempt.progress, by=by, at=at)
