"""Meetings as occasions for messaging: who is reminded, when, with which words."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Prefetch

from common.dates import local_day
from mentoring.models import Meeting, Member
from messaging.pointers import Pointer, pointer
from messaging.reminders import Occasion
from messaging.rules import times

MEETING_AHEAD, MEETING_MOVED, MEETING_OFF = (f"mentoring.meeting.{what}" for what in ("ahead", "moved", "off"))
DAY = timedelta(days=1)


def people_of(meeting: Meeting) -> Iterator[tuple[str, Pointer]]:
    """Who is to be there: the mentor, and the person or the members of the group on that day."""
    yield "mentor", pointer(meeting.mentor.person)
    if meeting.match:
        yield "person", pointer(meeting.match.person)
    elif meeting.group:
        for member in meeting.group.members.all():
            if member.until is None or member.until >= local_day(meeting.starts_at):
                yield "person", pointer(member.person)


def of_meeting(meeting: Meeting, *, now: datetime) -> Iterator[Occasion]:
    """The day before, at the same time on the clock; at once, where that has passed."""
    for slot, person in people_of(meeting):
        yield Occasion(
            subject=meeting, recipient=person, slot=slot, starts=meeting.starts_at, values=when(meeting),
            send_after=max(now, times.remind_at(starts=meeting.starts_at)),
        )  # fmt: skip


def when(meeting: Meeting) -> dict[str, date | datetime]:
    return {"day": local_day(meeting.starts_at), "time": meeting.starts_at}


def meetings_ahead(since: datetime, until: datetime) -> Iterator[Occasion]:
    """Meetings whose reminder falls into this time, or has been missed by a meeting that was planned late."""
    members = Member.objects.select_related("person")
    ahead = (
        Meeting.objects.standing()
        .filter(starts_at__gt=since, starts_at__lte=until + 2 * DAY)
        .for_lists()
        .prefetch_related(Prefetch("group__members", queryset=members))
    )
    for meeting in ahead.order_by("starts_at", "pk").iterator(chunk_size=500):
        if times.remind_at(starts=meeting.starts_at) <= until:
            yield from of_meeting(meeting, now=since)


def not_written_down(since: datetime, until: datetime) -> Iterator[Occasion]:
    """The day after a meeting that nobody has logged, to its mentor."""
    forgotten = Meeting.objects.unlogged(since).filter(starts_at__gt=since - 3 * DAY).for_lists()
    for meeting in forgotten.order_by("starts_at", "pk").iterator(chunk_size=500):
        yield Occasion(
            subject=meeting, recipient=pointer(meeting.mentor.person), send_after=since, send_before=since + DAY,
            values={"day": local_day(meeting.starts_at), "link": link()},
        )  # fmt: skip


def link() -> str:
    """The front door, and nothing that says what is behind it."""
    return str(settings.PUBLIC_BASE_URL)
