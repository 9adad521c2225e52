"""What mentors carry, and who is due supervision."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, DateField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from mentoring.models import Debrief, Match, Mentor, Session
from mentoring.models.supervisions import due_by, with_due_day
from mentoring.rules.supervisions import ASK_AHEAD, WORKLOAD_OVER

MOST_SHOWN = 8


def with_load(mentors: QuerySet[Any], *, now: datetime) -> QuerySet[Any]:
    """Adds `people_now`, `minutes_lately` together and `hard_lately` hard sessions, of the last four weeks."""
    since = now - WORKLOAD_OVER
    people = Match.objects.open().filter(mentor=OuterRef("pk"))
    met = Session.objects.delivered().filter(mentor=OuterRef("pk"), started_at__gte=since, started_at__lte=now)
    hard = Debrief.objects.filter(mentor=OuterRef("pk"), asked_at__gte=since)
    return mentors.annotate(
        people_now=_of(people, Count("pk")),
        minutes_lately=_of(met, Sum("minutes")),
        hard_lately=_of(hard, Count("pk")),
    )


def _of(rows: QuerySet, total: Any) -> Any:
    """A figure over other rows of the same mentor, as a subquery: joins would count some of them twice."""
    return Coalesce(Subquery(rows.order_by().values("mentor").annotate(total=total).values("total")), 0)


def mentors_cared_for(*, user: Any, now: datetime, today: date) -> QuerySet[Any]:
    """Working mentors of this user, never the user, each with what they carry and when they are due."""
    others = Mentor.objects.visible_to(user).filter(status__in=Mentor.WORKING).exclude(person__login=user)
    loaded = with_due_day(with_load(others, now=now))
    return loaded.annotate(seen_on=Value(today, output_field=DateField())).select_related("person", "team")


def due_soon(*, user: Any, today: date) -> list[Mentor]:
    """For a coordinator's desk: whose supervision is due within a week, longest waiting first."""
    mine = Mentor.objects.visible_to(user).exclude(person__login=user).select_related("person")
    return list(due_by(mine, today + ASK_AHEAD)[:MOST_SHOWN])


def load_in_words(mentor: Mentor) -> list[tuple[str, str]]:
    """Rows for {% facts %} about a mentor who came from `with_load`."""
    loaded: Any = mentor
    hours = f"{loaded.minutes_lately / 60:.1f}".removesuffix(".0")
    return [
        ("People now", f"{loaded.people_now} of the {mentor.capacity} they have room for"),
        ("Hours in the last four weeks", hours),
        ("Hard sessions in the last four weeks", str(loaded.hard_lately)),
    ]
