"""What waits for a file supporter, the most pressing first: questions, late holders, times to read, talks, people."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Max, Q, QuerySet

from accounts.roles import Role
from casefiles_support.models import AccessRequest, Debrief, Duty, Fact, FollowUp, Journey, SafetyHold, Sitting
from casefiles_support.reports.awaiting import Late, late
from common.dates import local_day

AHEAD = timedelta(days=7)
MOST_SHOWN = 8


@dataclass
class Today:
    """`counts` are those of the lists that are not shown here, by the name of the list."""

    questions: list[AccessRequest] = field(default_factory=list)
    late: list[Late] = field(default_factory=list)
    readings: list[Sitting] = field(default_factory=list)
    unnamed: list[Journey] = field(default_factory=list)

    @property
    def refs(self) -> list[str]:
        """Of everything that is shown by name, for the trail."""
        refs = [one.ref for one in self.questions] + [one.request.ref for one in self.late]
        return [*refs, *(one.ref for one in self.readings), *(one.ref for one in self.unnamed)]


def today_of(user: Any, *, now: datetime) -> Today:
    """Five queries."""
    lists = lists_of(user, now=now)
    return Today(
        questions=list(lists["questions"].order_by("asked_on", "pk")[:MOST_SHOWN]),
        late=late(requests_of(user), on=local_day(now))[:MOST_SHOWN],
        readings=list(lists["readings"].order_by("starts_at", "pk")[:MOST_SHOWN]),
        unnamed=list(lists["unnamed"].order_by("opened_at", "pk")[:MOST_SHOWN]),
    )


def requests_of(user: Any) -> Any:
    """Those of the people whom a file supporter is there for, themselves excepted."""
    return AccessRequest.objects.visible_to(user).exclude(journey__person__login=user)


def lists_of(user: Any, *, now: datetime) -> dict[str, QuerySet]:
    """What waits, by the name of its list. Nothing is asked of the database yet."""
    soon, others = now + AHEAD, ~Q(journey__person__login=user)
    asked = Q(facts__kind=Fact.Kind.CLARIFICATION_ASKED)
    paused = requests_of(user).filter(status=AccessRequest.Status.PAUSED)
    quiet = Journey.objects.visible_to(user).exclude(status__in=Journey.QUIET).exclude(person__login=user)
    in_charge = Q(supporters__in=_in_charge())
    return {
        "questions": paused.annotate(asked_on=Max("facts__on", filter=asked)).select_related(
            "holder", "journey__person"
        ),
        "readings": Sitting.objects.visible_to(user)
        .filter(others)
        .planned()
        .filter(starts_at__gte=now - timedelta(hours=12), starts_at__lt=soon)
        .select_related("journey__person", "cover_next_day", "cover_day_after"),
        "unnamed": quiet.exclude(in_charge).select_related("person"),
        "follow_ups": FollowUp.objects.visible_to(user)
        .filter(others, status=FollowUp.Status.PLANNED, due_at__lt=soon)
        .select_related("journey__person"),
        "debriefs": Debrief.objects.visible_to(user)
        .filter(~Q(sitting__journey__person__login=user), status=Debrief.Status.DUE)
        .select_related("supporter__login", "supporter__mentor__person", "sitting__journey"),
        "duties": Duty.objects.visible_to(user).overdue(local_day(now)).select_related("journey__person"),
    }


def _in_charge() -> QuerySet:
    supporter: Any = Journey._meta.get_field("supporters").related_model
    return supporter.objects.in_charge().values("pk")


def alongside_of(user: Any, *, now: datetime) -> list[Sitting]:
    """The times to read of those who named this mentor, soonest first; one query."""
    named = Journey.objects.open().alongside(user).values("pk")
    ahead = Sitting.objects.planned().filter(journey__in=named, starts_at__gte=now)
    return list(ahead.select_related("journey__person").order_by("starts_at", "pk")[:MOST_SHOWN])


def holds_of(user: Any, *, now: datetime) -> QuerySet:
    """Safety holds that wait for an answer, and those that stand now."""
    seen = SafetyHold.objects.visible_to(user)
    return seen.asked() | seen.standing(now)


def first_holds(user: Any, *, now: datetime) -> list[SafetyHold]:
    """Those that wait for an answer first, then the one that ends first; one query."""
    found = holds_of(user, now=now).select_related("journey__person")
    return list(found.order_by(F("ends_at").asc(nulls_first=True), "pk")[:MOST_SHOWN])


def counted(*, now: datetime) -> dict[str, QuerySet]:
    """What the whole programme has, to be counted and never listed."""
    going = Journey.objects.open().exclude(status__in=Journey.QUIET)
    return {
        "journeys": going,
        "questions": AccessRequest.objects.filter(status=AccessRequest.Status.PAUSED),
        "readings": Sitting.objects.planned().filter(starts_at__gte=now, starts_at__lt=now + AHEAD),
        "duties": Duty.objects.overdue(local_day(now)),
        "unnamed": going.exclude(supporters__in=_in_charge()),
    }


def sees_whole(user: Any) -> bool:
    return bool(user.has_role(Role.PROGRAMME_MANAGER))
