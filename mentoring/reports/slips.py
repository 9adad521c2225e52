"""Who is to be told on paper of a meeting in the prison where they are: no text reaches them there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Prefetch

from common.dates import local_day
from mentoring.actions.slips import Slip
from mentoring.models import Meeting, Member
from mentoring.models.circumstances import Medium
from people.models import LocationEpisode, Person
from people.permissions import own_teams
from places.models import Establishment

AHEAD = timedelta(days=7)
MOST = 400  # meetings; a team has never come near it
# Nobody is fetched from a cell for these.
NOT_FETCHED = [Medium.LETTER, Medium.TEXT]


@dataclass(frozen=True, slots=True)
class PrisonSlips:
    establishment: Establishment
    slips: list[Slip]


def coming(*, user: Any, now: datetime) -> list[PrisonSlips]:
    """For each prison the meetings of the next seven days, soonest first, of people of the user's teams who are there
    now. Three questions to the database, however many there are.
    """
    meetings = _meetings(user, now)
    pairs = [(meeting, key) for meeting in meetings for key in _people_of(meeting)]
    stays = LocationEpisode.objects.current().filter(person__in={key for _, key in pairs}, establishment__isnull=False)
    theirs = stays.filter(person__in=Person.objects.filter(own_teams(user))).select_related("person")
    here = {stay.person_id: stay for stay in theirs}
    found: dict[Establishment, list[Slip]] = {}
    for meeting, key in pairs:
        stay = here.get(key)
        if stay is not None and meeting.establishment and stay.establishment_id == meeting.establishment.pk:
            found.setdefault(meeting.establishment, []).append(Slip(stay.person, meeting))
    return [PrisonSlips(prison, found[prison]) for prison in sorted(found, key=lambda prison: prison.name)]


def _meetings(user: Any, now: datetime) -> list[Meeting]:
    ahead = Meeting.objects.visible_to(user).standing().filter(starts_at__gt=now, starts_at__lt=now + AHEAD)
    inside = ahead.filter(establishment__isnull=False).exclude(medium__in=NOT_FETCHED).for_lists()
    members = Prefetch("group__members", queryset=Member.objects.order_by("pk"))
    return list(inside.select_related("team").prefetch_related(members).order_by("starts_at", "pk")[:MOST])


def _people_of(meeting: Meeting) -> Iterator[int]:
    """Ids of those who are to be fetched: the mentor too, who may live there."""
    yield meeting.mentor.person_id
    if meeting.match:
        yield meeting.match.person_id
    elif meeting.group:
        day = local_day(meeting.starts_at)
        for member in meeting.group.members.all():
            if member.since <= day and (member.until is None or member.until >= day):
                yield member.person_id
