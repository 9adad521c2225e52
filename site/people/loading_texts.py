"""Loading what people wrote to us, and what we could not write to them. Each opening leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from audit import actions as audit
from messaging.models import InboundText, Number, Text
from people.models import Person
from people.texted import inbound_of, people_of, texts_of
from people.texting import PERSON


def inbound(*, ref: str, by: Any, at: datetime) -> InboundText:
    found: InboundText = _one(inbound_of(by), ref)
    audit.looked(verb="people.text.opened", by=by, at=at, subject=found, about=person_of(found))
    return found


def held(*, ref: str, by: Any, at: datetime) -> Text:
    """A text that waits for somebody to decide, or waited: whoever comes second is told so by the action."""
    found: Text = _one(texts_of(by), ref)
    audit.looked(verb="people.text.opened", by=by, at=at, subject=found, about=person_of(found))
    return found


def person(*, ref: str, by: Any, at: datetime) -> Person:
    """Somebody whose texts `by` may read."""
    found: Person = _one(people_of(by).select_related("team"), ref)
    audit.looked(verb="people.text.opened", by=by, at=at, subject=found, about=found)
    return found


def person_of(text: InboundText | Text) -> Person | None:
    if text.recipient_type != PERSON:
        return None
    return Person.objects.select_related("team").filter(ref=text.recipient_ref).first()


def number_of(text: InboundText | Text) -> Number | None:
    return Number.objects.filter(number_index=text.number_index).first()


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record
