"""Leaving a page of a lesson: all that was written on it is kept, whichever button was pressed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from training.actions import confidences, reflections
from training.actions import progress as progresses
from training.models import Progress


@transaction.atomic
def leave(
    *, progress: Progress, read: Sequence[str], words: Mapping[str, str], sure: Mapping[str, int], by: Any, at: datetime
) -> bool:
    """`words` are reflections and `sure` how sure they are, by block id; `read` is what counts as read from now on.
    Answers whether our safeguarding lead was told of something.
    """
    written = [
        reflections.write(progress=progress, block_id=name, words=said, by=by, at=at) for name, said in words.items()
    ]
    for name, number in sure.items():
        confidences.say(progress=progress, block_id=name, sure=number, by=by, at=at)
    if read:
        progresses.see(progress=progress, block_ids=list(read), by=by, at=at)
    return any(one.told_at == at for one in written)
