"""The register of an event as a document: names, and boxes to tick, in the order of the page that it is typed into."""

from datetime import datetime

from django.utils.dateformat import format as in_words

from common import documents
from common.dates import LONDON
from training.models import Attendance, Event

SPARE = 3  # empty lines, for whoever comes without being expected
MARKS = [str(label) for mark, label in Attendance.Mark.choices if mark != Attendance.Mark.EXPECTED]


def register_pdf(event: Event, *, large: bool, at: datetime) -> bytes:
    starts = event.starts_at.astimezone(LONDON)
    held_by = [
        str(one.learner) for one in event.deliverers.select_related("learner").order_by("-part", "learner__name")
    ]
    covers = event.covers.title if event.covers else ""
    facts = [
        ("Where", ", ".join(filter(None, [event.establishment.name, event.room]))),
        ("When", f"{in_words(starts, 'l j F Y, H:i')}, {event.minutes} minutes"),
        ("Covers", covers),
        ("Held by", ", ".join(held_by)),
    ]
    names = [row.learner.name for row in event.attendance.select_related("learner").order_by("learner__name", "pk")]
    return documents.pdf(
        "training_registers", title="Register of an event", at=at, large=large, name=event.title, marks=MARKS,
        facts=[{"name": name, "value": value} for name, value in facts if value], people=names, spare=SPARE,
    )  # fmt: skip
