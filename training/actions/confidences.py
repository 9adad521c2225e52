"""Saying how sure one is: before, right after, and six weeks later with what one did since."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from training.actions import progress as progresses
from training.actions import reflections
from training.models import Confidence, Progress
from training.rules import confidences as rules


@transaction.atomic
def say(*, progress: Progress, block_id: str, sure: int, by: Any, at: datetime) -> Confidence:
    """Before a module or right after it. What was said first stands: the difference is what is looked at."""
    held = Progress.objects.select_for_update().select_related("version").get(pk=progress.pk)
    asked = {name: moment for moment in ("before", "after") for name in rules.asked(held.version.plain, moment)}
    if reasons := rules.why_not_say(known=list(asked), block_id=block_id, sure=sure):
        raise NotAllowed(*reasons)
    said, new = Confidence.objects.get_or_create(
        progress=held, block_id=block_id, moment=asked[block_id],
        defaults={"version": held.version, "sure": sure, "said_at": at},
    )  # fmt: skip
    progresses.see(progress=held, block_ids=[block_id], by=by, at=at)
    if new:
        audit.record(verb="training.confidence.said", by=by, at=at, subject=said)
    return said


@transaction.atomic
def say_later(*, progress: Progress, sure: Mapping[str, int], differently: str, by: Any, at: datetime) -> bool:
    """Six weeks later, once. Answers whether our safeguarding lead was told of what they wrote."""
    held = Progress.objects.select_for_update().select_related("version", "enrolment__learner").get(pk=progress.pk)
    asked = list(rules.asked(held.version.plain, Confidence.Moment.LATER))
    answered = held.confidences.filter(moment=Confidence.Moment.LATER).exists()
    reasons = rules.why_not_say_later(finished=held.finished_at, answered=answered, at=at)
    reasons += [why for name in asked for why in rules.why_not_say(known=asked, block_id=name, sure=sure.get(name, 0))]
    if reasons:
        raise NotAllowed(*dict.fromkeys(reasons))
    words = clean(differently).strip()[: rules.LONGEST]
    for name in asked:
        Confidence.objects.create(
            progress=held, version=held.version, block_id=name, moment=Confidence.Moment.LATER, sure=sure[name],
            differently=words if name == asked[0] else "", said_at=at,
        )  # fmt: skip
    told = reflections.heed(progress=held, words=words, by=by, at=at)
    audit.record(verb="training.confidence.said_later", by=by, at=at, subject=held)
    return told
