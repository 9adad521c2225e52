"""Writing down what somebody would like."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.text import clean
from common.transitions import Stale, change
from mentoring.models import Preferences
from mentoring.models.preferences import Interest, Language
from people.models import Person


@transaction.atomic
def say(
    *,
    person: Person,
    seen: int,
    by: Any,
    at: datetime,
    languages: Sequence[str] = (),
    gender: str = "",
    mentor_gender: str = "",
    age_band: str = "",
    interests: Sequence[str] = (),
    notes: str = "",
) -> Preferences:
    """Write down what a person would like. `seen` is the version that the form showed, 0 where there was none yet.

    Raises Stale where somebody else wrote first.
    """
    columns = {
        "languages": [language for language in Language.values if language in languages],
        "gender": gender,
        "mentor_gender": mentor_gender,
        "age_band": age_band,
        "interests": [interest for interest in Interest.values if interest in interests],
        "notes": clean(notes),
        "changed_at": at,
        "changed_by": by,
    }
    found = Preferences.objects.filter(person=person).first()
    if found is None:
        found = _first(person, columns)
    else:
        change(found, seen=seen, **columns)
    audit.record(verb="mentoring.preferences.said", by=by, at=at, subject=found, about=person)
    return found


def _first(person: Person, columns: dict[str, Any]) -> Preferences:
    try:
        with transaction.atomic():
            return Preferences.objects.create(person=person, **columns)
    except IntegrityError:
        raise Stale(Preferences.objects.get(person=person)) from None
