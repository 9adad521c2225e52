"""Slips as a document, four to a page. Nothing on them says why somebody comes: a visit that was arranged."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.dateformat import format as in_words

from common import documents
from common.dates import LONDON
from mentoring.actions.slips import Slip
from mentoring.models.circumstances import Medium
from messaging.rules.spoken import clock

VISIT, CALL = "A visit that was arranged", "A call that was arranged"


def slips_pdf(slips: Sequence[Slip], *, ring: str, at: datetime) -> bytes:
    """One PDF for one prison. A first name, the number the prison knows them by, a day, a time and a place."""
    made = [_slip(slip) | {"ring": ring} for slip in slips]
    return documents.pdf("slips", title="Slips", at=at, slips=made)


def _slip(slip: Slip) -> dict[str, str]:
    meeting, starts = slip.meeting, slip.meeting.starts_at.astimezone(LONDON)
    return {
        "name": slip.person.preferred_name,
        "number": slip.person.prison_number or "Not known",
        "day": in_words(starts, "l j F Y"),
        "time": f"{clock(starts)} to {clock(meeting.ends_at)}",
        "where": meeting.where or "As the prison arranges it",
        "what": VISIT if meeting.medium == Medium.IN_PERSON else CALL,
    }
