"""Going into a prison that had not cleared the mentor for that day: asked about before, and looked at after."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from common.dates import local_day
from mentoring.actions import tasks
from mentoring.models import Clearance, Meeting, Mentor, Session, Task
from mentoring.models.circumstances import Medium, Setting
from mentoring.rules.clearances import ASKED_AHEAD
from people.models import Person
from places.models import Establishment

AHEAD, HELD = "meeting_without_clearance", "session_without_clearance"
DAY = timedelta(days=1)


@transaction.atomic
def ask_about_meetings(*, by: Any, at: datetime) -> int:
    """Each night: where meetings of the next days are in a prison that has not cleared their mentor for that day, ask
    the team before the first of them; one task for each mentor and prison. It is settled when they are cleared, or no
    such meeting stands. Answers for how many. Run twice it does nothing more.
    """
    today = local_day(at)
    found: dict[str, tuple[Meeting, date]] = {}
    for meeting, day in _ahead(at):
        found.setdefault(_key(meeting.mentor, meeting.establishment), (meeting, day))
    asked = Task.objects.open().filter(kind=AHEAD)
    still = {task.key.rpartition(":")[0]: task.key for task in asked.order_by("pk")}
    for gone in still.keys() - found.keys():
        tasks.settle(key=still[gone], by=by, at=at)
    for key in found.keys() - still.keys():
        meeting, day = found[key]
        tasks.raise_task(
            key=f"{key}:{day:%Y%m%d}", kind=AHEAD, team=meeting.team, due_on=max(day - DAY, today),
            mentor=meeting.mentor, by=by, at=at,
        )  # fmt: skip
    return len(found)


def _ahead(at: datetime) -> Iterator[tuple[Meeting, date]]:
    """The meetings that stand in a prison, soonest first, and their days, for which there is no clearance."""
    inside = Meeting.objects.standing().filter(setting=Setting.CUSTODY, establishment__isnull=False)
    soon = inside.filter(starts_at__range=(at, at + ASKED_AHEAD)).select_related("mentor", "establishment", "team")
    meetings = list(soon.order_by("starts_at", "pk"))
    granted = Clearance.objects.filter(
        status=Clearance.Status.GRANTED, mentor__in={meeting.mentor_id for meeting in meetings}
    )
    cleared = {(one.mentor_id, one.establishment_id): one for one in granted}
    for meeting in meetings:
        day, one = local_day(meeting.starts_at), cleared.get((meeting.mentor_id, meeting.establishment_id))
        if one is None or not (one.valid_from and one.valid_until and one.valid_from <= day <= one.valid_until):
            yield meeting, day


def _key(mentor: Mentor, establishment: Establishment | None) -> str:
    return f"uncleared:{mentor.ref}:{establishment.pk if establishment else ''}"


@transaction.atomic
def look_at(*, session: Session, people: Collection[Person], by: Any, at: datetime) -> None:
    """What happened is always written down. Where a mentor met somebody in a prison that had not cleared them at that
    moment, the team and the safeguarding lead look at how they got in; once for each session.
    """
    went_in = session.happened and session.setting == Setting.CUSTODY and session.medium == Medium.IN_PERSON
    if not went_in or session.establishment is None:
        return
    theirs = Clearance.objects.filter(mentor=session.mentor, establishment=session.establishment)
    if theirs.stood_at(session.started_at).exists():
        return
    tasks.raise_task(
        key=f"{HELD}:{session.ref}", kind=HELD, team=session.team, due_on=local_day(at) + DAY, mentor=session.mentor,
        person=next(iter(people)) if len(people) == 1 else None, by=by, at=at,
    )  # fmt: skip
