"""What is coming, and what was planned and never logged: for desks, and for the pages of meetings."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from mentoring.models import Cause, Feed, Match, Meeting, Session
from mentoring.models.meetings import MeetingQuerySet
from mentoring.reports.meeting_answers import answered

# The longest chain that is worth reading; a meeting moved more often than this has other troubles.
LONGEST_WAY = 20
LATELY = timedelta(days=28)


def unlogged(*, user: Any, now: datetime) -> MeetingQuerySet:
    """Meetings that began more than a day ago and of which nobody has said what came, oldest first."""
    return Meeting.objects.visible_to(user).unlogged(now).for_lists().order_by("starts_at", "pk")


def count_unlogged(*, user: Any, now: datetime) -> int:
    return unlogged(user=user, now=now).count()


def coming(*, user: Any, now: datetime, days: int = 7) -> MeetingQuerySet:
    """Meetings of the next days that still stand, soonest first; from two hours ago, so that one going on is seen."""
    window = (
        Meeting.objects.visible_to(user)
        .standing()
        .filter(starts_at__gte=now - timedelta(hours=2), starts_at__lt=now + timedelta(days=days))
    )
    return answered(window.for_lists()).order_by("starts_at", "pk")


def to_plan_again(*, user: Any, now: datetime) -> QuerySet[Match]:
    """A mentor's matches whose meetings were called off lately since the person moved, with none planned since then."""
    theirs = Meeting.objects.filter(match=OuterRef("pk"))
    lost = theirs.filter(
        status=Meeting.Status.CANCELLED, cause__in=[Cause.TRANSFERRED, Cause.RELEASED], starts_at__gt=F("settled_at"),
        settled_at__gte=now - LATELY,
    )  # fmt: skip
    ahead = theirs.planned().filter(starts_at__gt=now)
    return Match.objects.of_mentor_user(user).filter(Exists(lost), ~Exists(ahead))


def alike(*, meeting: Meeting, user: Any) -> QuerySet[Session]:
    """Sessions with the same person or group, about that time, that belong to no meeting: one of them may be this."""
    near = Session.objects.visible_to(user).filter(
        meeting=None,
        mentor=meeting.mentor_id,
        started_at__gte=meeting.starts_at - timedelta(days=1),
        started_at__lt=meeting.starts_at + timedelta(days=1),
    )
    theirs = near.filter(group=meeting.group) if meeting.group else near.filter(attendance__match=meeting.match)
    return theirs.order_by("started_at", "pk")


def times_for(*, feed: Feed, since: datetime, until: datetime) -> list[tuple[str, datetime, int, datetime]]:
    """When a mentor’s meetings are that still stand or were logged: ref, start, minutes, when planned. Nothing about
    anybody is read, beyond whether a match is open.
    """
    own = Meeting.objects.filter(Meeting.objects.own_of(feed.user), mentor__person__login=feed.user_id)
    shown = own.filter(status__in=[Meeting.Status.PLANNED, Meeting.Status.LOGGED])
    window = shown.going_on().filter(starts_at__gte=since, starts_at__lt=until)
    return list(window.order_by("starts_at", "pk").values_list("ref", "starts_at", "minutes", "made_at"))


def way(meeting: Meeting) -> list[Meeting]:
    """Every meeting that this one was before, itself, and what became of it, in order. One query for each move."""
    some = Meeting.objects.select_related("made_by", "settled_by", "moved_to")
    chain = [some.get(pk=meeting.pk)]
    while len(chain) < LONGEST_WAY and (before := some.filter(moved_to=chain[0]).first()):
        chain.insert(0, before)
    while len(chain) < LONGEST_WAY and chain[-1].moved_to_id:
        chain.append(some.get(pk=chain[-1].moved_to_id))
    return chain
