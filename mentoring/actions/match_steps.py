"""Writing down a step on the way of a match."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from common.text import clean
from mentoring.models import Match, MatchStep


@transaction.atomic
def write(
    *,
    match: Match,
    what: str,
    by: Any,
    at: datetime,
    told: str = "",
    said_on: date | None = None,
    reason: str = "",
    note: str = "",
) -> MatchStep:
    """One line of a match's history. Called by the actions on matches, in their transaction; it is never changed."""
    return MatchStep.objects.create(
        match=match, what=what, told=told, said_on=said_on, reason=reason, note=clean(note), made_at=at, made_by=by
    )
