"""Writing down how many people are in post."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from places.models import Establishment
from training.models import Headcount

MOST = 5_000


@transaction.atomic
def count(
    *, establishment: Establishment, in_post: Mapping[str, int], counted_on: date, by: Any, at: datetime
) -> list[Headcount]:
    """How many were in post on a day, by job. Earlier counts stay; said twice, nothing is added."""
    if counted_on > local_day(at):
        raise NotAllowed("The day cannot be in the future.")
    if any(not 0 <= many <= MOST for many in in_post.values()):
        raise NotAllowed(f"Enter numbers from 0 to {MOST:,}.")
    Establishment.objects.select_for_update().get(pk=establishment.pk)
    known = Headcount.objects.newest(counted_on).filter(establishment=establishment, counted_on=counted_on)
    stand = dict(known.values_list("job", "in_post"))
    rows = Headcount.objects.bulk_create(
        Headcount(
            establishment=establishment, job=job, in_post=many, counted_on=counted_on, entered_at=at, entered_by=by
        )
        for job, many in in_post.items()
        if stand.get(job) != many
    )
    if rows:
        audit.record(verb="training.headcount.entered", by=by, at=at, subject=rows[0], place=establishment.code)
    return rows
