"""Writing down what one thinks; and telling our safeguarding lead where it sounds as if somebody is not safe."""

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.fields import sealed_for_update
from common.harm import may_be_harm
from common.text import clean
from common.transitions import NotAllowed
from training import hearing
from training.actions import progress as progresses
from training.models import Learner, Progress, Reflection
from training.rules import reflections as rules
from training.rules.versions import blocks


@transaction.atomic
def write(*, progress: Progress, block_id: str, words: str, by: Any, at: datetime) -> Reflection:
    """Keep it; written again, the later words stand. The block counts as read from now on."""
    held = Progress.objects.select_for_update().select_related("version", "enrolment__learner").get(pk=progress.pk)
    block, tidy = blocks(held.version.plain).get(block_id), clean(words).strip()
    reasons = rules.why_not_write(is_asked=block is not None and block["type"] == "reflection", words=tidy)
    if reasons or block is None:
        raise NotAllowed(*reasons)
    told = _tell(held.enrolment.learner, held.version.title, tidy, by, at)
    reflection = _keep(held, block_id, block["value"].get("read_by", Reflection.ReadBy.NOBODY), tidy, told, at)
    progresses.see(progress=held, block_ids=[block_id], by=by, at=at)
    audit.record(verb="training.reflection.written", by=by, at=at, subject=reflection)
    return reflection


def _keep(held: Progress, block_id: str, read_by: str, words: str, told: bool, at: datetime) -> Reflection:
    said: dict[str, Any] = {"version": held.version, "read_by": read_by, "written_at": at}
    if told:
        said["told_at"] = at
    earlier = Reflection.objects.filter(progress=held, block_id=block_id).first()
    if earlier is None:
        return Reflection.objects.create(progress=held, block_id=block_id, words=words, **said)
    Reflection.objects.filter(pk=earlier.pk).update(**said, **sealed_for_update(earlier, {"words": words}))
    return Reflection.objects.get(pk=earlier.pk)


def _tell(learner: Learner, where: str, words: str, by: Any, at: datetime) -> bool:
    """Whether somebody was told. The same words are told once, however often they are sent."""
    if not may_be_harm(words):
        return False
    key = hashlib.sha256(f"{learner.ref}:{words}".encode()).hexdigest()[:40]
    hearing.tell_of_harm(hearing.Heard(learner=learner, where=where, key=key, by=by, at=at, words=words))
    return True


@transaction.atomic
def heed(*, progress: Progress, words: str, by: Any, at: datetime) -> bool:
    """The same for whatever else somebody wrote here. Answers whether our safeguarding lead was told."""
    told = _tell(progress.enrolment.learner, progress.version.title, words, by, at)
    if told:
        audit.record(verb="training.words.heeded", by=by, at=at, subject=progress)
    return told
