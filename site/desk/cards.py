"""What stands on each person's desk, by what they are here to do. It gathers from the apps and decides nothing."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Max, Q

from accounts.roles import CASE_STAFF, Role
from casefiles_support.models import AccessRequest
from casefiles_support.reports import today as files
from casefiles_support.reports.awaiting import late
from common import charts
from common.dates import LONDON, local_day
from desk import leading, texting, waiting
from mentoring.forms.drafts import way_back
from mentoring.forms.matches import where_now
from mentoring.loading import own_matches
from mentoring.models import Attendance, Draft, Match, Task
from mentoring.permissions.sessions import can_log_sessions
from mentoring.reports import meetings
from mentoring.reports import sessions as reports
from pages.models import Alert
from people.models import Concern

QUARTER = timedelta(days=91)
MONTH = timedelta(days=30)
MOST_SHOWN = 8
# Of a group that met, those who were there.
MET = Q(attendance__session__happened=True) & ~Q(attendance__mark=Attendance.Mark.NOT_ATTENDED)


def greeting(now: datetime) -> str:
    hour = now.astimezone(LONDON).hour
    return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"


def for_user(user: Any, *, now: datetime) -> dict[str, Any]:
    """The parts of the desk that this person's roles bring, ready for the template."""
    parts: dict[str, Any] = {}
    if can_log_sessions(user):
        parts["mentor"] = _mentor(user, now)
    if user.has_role(*CASE_STAFF):
        parts["programme"] = _programme(user, now)
        parts["texting"] = texting.for_user(user, now=now)
    if user.has_role(Role.SAFEGUARDING_LEAD):
        parts["concerns"] = _concerns(user, now)
    if user.has_role(Role.LIVED_EXPERIENCE) and not user.has_role(*CASE_STAFF):
        parts["drafts"] = waiting.for_reviewer(user)
    if user.has_role(Role.EDITOR):
        parts["alerts"] = list(Alert.objects.ends_soon(now).order_by("ends_at", "pk")[:MOST_SHOWN])
    if user.has_role(Role.LEARNING_LEAD):
        parts["leading"] = leading.for_user(user, now=now)
    if user.has_role(Role.FILE_SUPPORTER):
        parts["files"] = _files(user, now)
    if not parts.keys() & {"mentor", "programme", "files"}:
        # Those have it among all else that waits for them.
        parts["learning"] = waiting.for_learner(user, now)
    if files.sees_whole(user):
        parts["late_holders"] = len(late(AccessRequest.objects.all(), on=local_day(now)))
    return parts


def _files(user: Any, now: datetime) -> dict[str, Any]:
    """Counts, and the names of nobody: those are one press away."""
    owed = late(files.requests_of(user), on=local_day(now))
    return {"waiting": waiting.for_file_supporter(user, now), "late": len(owed)}


def _mentor(user: Any, now: datetime) -> dict[str, Any]:
    matches = own_matches(by=user)
    met = dict(
        Match.objects.filter(pk__in=[match.pk for match in matches])
        .annotate(last=Max("attendance__session__started_at", filter=MET))
        .values_list("pk", "last")
    )
    return {
        "people": [
            {"match": match, "person": match.person, "where": _where(match), "last_met": met.get(match.pk)}
            for match in matches
        ],
        "drafts": [
            {"ref": draft.ref, "saved_at": draft.saved_at, "way_back": way_back(draft)}
            for draft in Draft.objects.of(user).order_by("-saved_at")[:MOST_SHOWN]
        ],
        "waiting": waiting.for_mentor(user, now),
        "coming": list(meetings.coming(user=user, now=now)[:MOST_SHOWN]),
        "unlogged": list(meetings.unlogged(user=user, now=now)[:MOST_SHOWN]),
        "done": reports.own_time(user=user, since=now - QUARTER),
    }


def _where(match: Match) -> str:
    place = where_now(match)
    if place is None:
        return "We do not know where they are"
    return place.establishment.name if place.establishment else place.get_kind_display()


def _programme(user: Any, now: datetime) -> dict[str, Any]:
    delivery = reports.delivery(user=user, since=now - MONTH, until=now)
    causes = charts.bars("Why sessions did not happen, last 30 days", delivery.causes, unit="sessions")
    return {
        "delivery": delivery,
        "causes": causes if delivery.causes else "",
        "not_seen": not_seen(user, now)[:MOST_SHOWN],
        "not_seen_days": settings.NOT_SEEN_DAYS,
        "tasks": _tasks(user, now),
        "waiting": waiting.for_staff(user, now),
    }


def _tasks(user: Any, now: datetime) -> dict[str, Any]:
    """What the team has to look at, the most pressing first."""
    waiting = Task.objects.visible_to(user).open()
    first = list(waiting.select_related("person", "mentor__person").most_pressing_first()[: MOST_SHOWN + 1])
    return {"first": first[:MOST_SHOWN], "more": len(first) > MOST_SHOWN, "today": local_day(now)}


def not_seen(user: Any, now: datetime) -> Any:
    """Active matches in which nobody has met for so many days (the setting NOT_SEEN_DAYS), longest first."""
    long_ago = now - timedelta(days=settings.NOT_SEEN_DAYS)
    return (
        Match.objects.visible_to(user)
        .active()
        .annotate(last=Max("attendance__session__started_at", filter=MET))
        .filter(Q(last__lt=long_ago) | Q(last=None, started_on__lt=local_day(long_ago)))
        .select_related("person", "mentor__person")
        .order_by("last", "pk")
    )


def _concerns(user: Any, now: datetime) -> dict[str, Any]:
    waiting = Concern.objects.visible_to(user).open()
    return {
        "waiting": waiting.count(),
        "overdue": waiting.overdue(now).count(),
        "first": waiting.order_by("acknowledge_by", "pk")[:MOST_SHOWN],
    }
