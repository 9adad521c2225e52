"""Saying that a learner finished something."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from training.models import Completion, Learner
from training.rules.completions import runs_out, why_not_complete


@transaction.atomic
def key_in(*, learner: Learner, module: str, version: str, completed_on: date, by: Any, at: datetime) -> Completion:
    """Staff write down that somebody finished a module. The same module of the same day is written down once."""
    reasons = why_not_complete(module=module, completed_on=completed_on, today=local_day(at))
    if reasons:
        raise NotAllowed(*reasons)
    done = Completion(
        learner=learner,
        module=module,
        version=clean(version, lines=False)[:60],
        completed_on=completed_on,
        expires_on=runs_out(module, completed_on),
        keyed_at=at,
        keyed_by=by,
    )
    try:
        with transaction.atomic():
            done.save(force_insert=True)
    except IntegrityError:
        return Completion.objects.get(learner=learner, module=module, completed_on=completed_on)
    audit.record(verb="training.completion.keyed_in", by=by, at=at, subject=done, module=module)
    return done
