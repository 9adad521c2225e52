"""What a person said about taking a goal, or something asked for them, along to a new mentor."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed
from mentoring.models.carrying_on import CarriesOn, Consent


@transaction.atomic
def ask(*, record: CarriesOn, answer: str, by: Any, at: datetime) -> CarriesOn:
    """May their next mentor see it? They may change their mind as often as they like."""
    if answer not in (Consent.YES, Consent.NO):
        raise NotAllowed("Choose what they said.")
    same = type(record)._default_manager.filter(pk=record.pk)
    same.update(carries_on=answer, carries_on_at=at, carries_on_by=by)
    record.refresh_from_db()
    audit.record(
        verb="mentoring.carrying_on.asked", by=by, at=at, subject=record, about=record.person, answer=str(answer)
    )
    return record
