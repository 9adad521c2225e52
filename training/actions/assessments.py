"""Saying of a learner's words or deeds whether they are enough; and looking at a share of that again."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from training.actions import certificates
from training.assessing import is_own
from training.models import Assessment, Progress, QualityCheck, Reflection
from training.rules import assessments as rules
from training.rules.versions import blocks

REWRITTEN = "They wrote it again while you were reading. Read it as it is now."


@transaction.atomic
def mark(
    *, reflection: Reflection, outcome: str, words: str, written_at: datetime, key: str, by: Any, at: datetime
) -> Assessment:
    """Of what somebody thought. `written_at` is of the words that were read; sent twice, the first stands."""
    if earlier := Assessment.objects.filter(key=key).first():
        return earlier
    held = Reflection.objects.select_for_update(of=("self",)).select_related("progress__enrolment__learner").get(
        pk=reflection.pk
    )  # fmt: skip
    reasons = rules.why_not_mark(
        is_own=is_own(held.progress.enrolment.learner, by=by), outcome=outcome, words=words,
        is_read=held.read_by == Reflection.ReadBy.ASSESSOR,
    )  # fmt: skip
    if held.written_at != written_at:
        reasons.append(REWRITTEN)
    if reasons:
        raise NotAllowed(*reasons)
    made = Assessment.objects.create(
        key=key, progress=held.progress, block_id=held.block_id, kind=Assessment.Kind.REFLECTION, reflection=held,
        written_at=written_at, outcome=outcome, words=words.strip(), on=local_day(at), made_at=at, made_by=by,
        is_sampled=_is_sampled(by),
    )  # fmt: skip
    return _kept(made, by, at)


@transaction.atomic
def sign_off(
    *, progress: Progress, block_id: str, outcome: str, criteria: Collection[str], words: str, on: date, key: str,
    by: Any, at: datetime,
) -> Assessment:  # fmt: skip
    """Of what somebody did while `by` watched: which of the criteria were seen, and what it was like."""
    if earlier := Assessment.objects.filter(key=key).first():
        return earlier
    held = Progress.objects.select_for_update(of=("self",)).select_related("version", "enrolment__learner").get(
        pk=progress.pk
    )  # fmt: skip
    block = blocks(held.version.plain).get(block_id)
    asked = block is not None and block["type"] == "practical"
    known = [one["id"] for one in block["value"]["criteria"]] if block is not None and asked else []
    reasons = rules.why_not_sign_off(
        is_own=is_own(held.enrolment.learner, by=by), is_asked=asked, outcome=outcome, seen=criteria, criteria=known,
        words=words, observed_on=on, today=local_day(at),
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    made = Assessment.objects.create(
        key=key, progress=held, block_id=block_id, kind=Assessment.Kind.PRACTICAL, outcome=outcome,
        words=words.strip(), criteria=[one for one in known if one in criteria], on=on, made_at=at, made_by=by,
        is_sampled=_is_sampled(by),
    )  # fmt: skip
    return _kept(made, by, at)


@transaction.atomic
def check(*, assessment: Assessment, agrees: bool, action: str, by: Any, at: datetime) -> QualityCheck:
    """A second person looks. Sent twice, the first stands; what the learner has is not touched."""
    held = Assessment.objects.select_for_update(of=("self",)).select_related("progress__enrolment__learner").get(
        pk=assessment.pk
    )  # fmt: skip
    if earlier := QualityCheck.objects.filter(assessment=held).first():
        return earlier
    reasons = rules.why_not_check(
        is_own=is_own(held.progress.enrolment.learner, by=by),
        is_theirs=held.made_by_id == by.pk,
        agrees=agrees,
        action=action,
    )
    if reasons:
        raise NotAllowed(*reasons)
    made = QualityCheck.objects.create(
        assessment=held, agrees=agrees, action=action.strip()[:1000], made_at=at, made_by=by
    )
    audit.record(verb="training.assessment.checked", by=by, at=at, subject=held, agrees=agrees)
    return made


def _is_sampled(by: Any) -> bool:
    return rules.is_sampled(Assessment.objects.filter(made_by=by).count() + 1)


def _kept(made: Assessment, by: Any, at: datetime) -> Assessment:
    """It may have been the last thing that the unit waited for."""
    if made.outcome == rules.MET:
        certificates.finish(progress=made.progress, by=by, at=at)
    audit.record(verb="training.assessment.made", by=by, at=at, subject=made, outcome=made.outcome)
    return made
