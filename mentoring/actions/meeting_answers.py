"""What somebody answered to a reminder of a meeting."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from mentoring.actions import tasks
from mentoring.models import Meeting, MeetingAnswer
from people.models import Person


@transaction.atomic
def note(*, meeting: Meeting, person: Person, says: str, reply: str, by: Any, at: datetime) -> MeetingAnswer:
    """Write it down, once for each text that said so. A no asks the team to find another time; a yes after it does not
    take that back, since somebody may have rung already.
    """
    made, new = MeetingAnswer.objects.get_or_create(
        reply=reply, defaults={"meeting": meeting, "person": person, "says": says, "answered_at": at}
    )
    if not new:
        return made
    if says == MeetingAnswer.Says.NO and meeting.status == Meeting.Status.PLANNED:
        tasks.raise_task(
            key=f"meeting_no:{meeting.ref}:{person.ref}", kind="meeting_does_not_suit", team=meeting.team,
            person=person, match=meeting.match, due_on=min(local_day(at), local_day(meeting.starts_at)), by=by, at=at,
        )  # fmt: skip
    audit.record(verb="mentoring.meeting.answered", by=by, at=at, subject=meeting, about=person, says=says)
    return made
