"""Figures about sessions. Offered, delivered and not delivered by cause are counted apart, so that nobody is blamed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, Sum

from mentoring.models import Cause, Session, Setting
from mentoring.reports.attendance import scope


@dataclass(frozen=True)
class Delivery:
    """Sessions offered in a stretch of time. `minutes` is time together; `causes` holds (words, count), most first."""

    offered: int
    delivered: int
    minutes: int
    causes: list[tuple[str, int]]

    @property
    def hours(self) -> int:
        return round(self.minutes / 60)


def delivery(*, user: Any, since: datetime, until: datetime) -> Delivery:
    """The work of this user's teams from `since` (included) to `until` (not included), in two queries.

    It is asked by whose work a session was, not by who may read it: to read one ends with a match, a figure does not.
    """
    sessions = Session.objects.filter(scope(user), started_at__gte=since, started_at__lt=until)
    total = sessions.aggregate(
        offered=Count("pk"), delivered=Count("pk", filter=Q(happened=True)), minutes=Sum("minutes")
    )
    causes = sessions.filter(happened=False).values("cause").annotate(count=Count("pk")).order_by("-count", "cause")
    return Delivery(
        offered=total["offered"],
        delivered=total["delivered"],
        minutes=total["minutes"] or 0,
        causes=[(str(Cause(row["cause"]).label), row["count"]) for row in causes],
    )


def by_setting(*, user: Any, since: datetime, until: datetime) -> list[tuple[str, int]]:
    """Sessions that happened, by where: (words, count), most first."""
    rows = (
        Session.objects.delivered()
        .filter(scope(user), started_at__gte=since, started_at__lt=until)
        .values("setting")
        .annotate(count=Count("pk"))
        .order_by("-count", "setting")
    )
    return [(str(Setting(row["setting"]).label), row["count"]) for row in rows]


def own_time(*, user: Any, since: datetime) -> Delivery:
    """A mentor's own work since a day: a count of their time, whoever they are matched with now."""
    total = Session.objects.filter(mentor__person__login=user, started_at__gte=since).aggregate(
        offered=Count("pk"), delivered=Count("pk", filter=Q(happened=True)), minutes=Sum("minutes")
    )
    return Delivery(total["offered"], total["delivered"], total["minutes"] or 0, [])
