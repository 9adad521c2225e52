"""Looking back at how it was with one holder: ticks, never words."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.models import AccessRequest, Evaluation
from casefiles_support.rules import evaluations as rules
from casefiles_support.standing import refuse_if
from common.dates import local_day
from common.transitions import NotAllowed


@transaction.atomic
def look_back(
    *,
    request: AccessRequest,
    on: date,
    holder_offered_support: str,
    holder_explained: str,
    kept_informed: str,
    helped: list[str],
    hurt: list[str],
    key: str,
    by: Any,
    at: datetime,
) -> Evaluation:
    """As the person ticked it, on paper or here. Once for each holder, and after a journey is closed, too."""
    request = entering.locked(request)
    if earlier := Evaluation.objects.filter(request=request).first():
        return _same(earlier, key)
    refuse_if(
        rules.why_not_look_back(state=request.status, on=on, today=local_day(at), helped=helped, hurt=hurt)
    )  # fmt: skip
    new = Evaluation(
        request=request, on=on, holder_offered_support=holder_offered_support, holder_explained=holder_explained,
        kept_informed=kept_informed, helped=helped, hurt=hurt, key=key, recorded_at=at, recorded_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return _same(Evaluation.objects.get(request=request), key)
    audit.record(
        verb="files.evaluation.made", by=by, at=at, subject=new, about=request.journey.person, request=request.ref
    )
    return new


def _same(earlier: Evaluation, key: str) -> Evaluation:
    """The same form, sent twice; another one comes too late."""
    if earlier.key != key:
        raise NotAllowed("What they said about this holder is written down already.")
    return earlier
