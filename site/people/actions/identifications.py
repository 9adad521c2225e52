"""Recording that somebody was asked whether they were in care."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from people.models import IdentificationEvent, Person
from people.rules.identifications import problems
from places.models import LocalAuthority


@transaction.atomic
def record(
    *,
    person: Person,
    asked_on: date,
    stage: str,
    asked_by_role: str,
    wording: str,
    answer: str,
    key: str,
    by: Any,
    at: datetime,
    next_ask_on: date | None = None,
    share_scope: Sequence[str] = (),
    disclosed_detail: str = "",
    reluctance_note: str = "",
    confirmed_by: LocalAuthority | None = None,
) -> IdentificationEvent:
    """Add one asking to the person's history. `share_scope` is whom they let us tell (MayKnow): nobody, if empty.

    The same form sent again (`key`) answers with the same asking. Nobody is told anything by this.
    """
    if earlier := IdentificationEvent.objects.filter(key=key, recorded_by=by).first():
        return earlier
    event = IdentificationEvent(
        person=person, key=key, asked_on=asked_on, stage=stage, asked_by_role=asked_by_role, wording=wording,
        answer=answer, next_ask_on=next_ask_on, share_scope=sorted(share_scope), confirmed_by=confirmed_by,
        disclosed_detail=clean(disclosed_detail) if answer == "yes" else "", reluctance_note=clean(reluctance_note),
        recorded_at=at, recorded_by=by,
    )  # fmt: skip
    if wrong := _wrong(event, local_day(at)):
        raise NotAllowed(*wrong)
    if earlier := _keep(event):
        return earlier
    # The trail says that somebody was asked. What they said stays in the record.
    audit.record(verb="people.identification.recorded", by=by, at=at, subject=event, about=person, stage=str(stage))
    return event


def _wrong(event: IdentificationEvent, today: date) -> list[str]:
    wrong = problems(
        answer=event.answer,
        asked_on=event.asked_on,
        next_ask_on=event.next_ask_on,
        shared=bool(event.share_scope),
        confirmed=event.confirmed_by_id is not None,
        today=today,
    )
    return list(wrong.values())


def _keep(event: IdentificationEvent) -> IdentificationEvent | None:
    """Answers the asking that the same form made in the same moment, if there is one."""
    try:
        with transaction.atomic():
            event.save(force_insert=True)
    except IntegrityError:
        earlier = IdentificationEvent.objects.filter(key=event.key, recorded_by=event.recorded_by).first()
        if earlier is None:
            raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
        return earlier
    return None
