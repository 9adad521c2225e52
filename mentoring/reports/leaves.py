"""Who is away."""

from datetime import date
from typing import Any

from mentoring.models import Cover, Leave, Match

MOST_SHOWN = 8


def away_now(*, user: Any, today: date) -> list[Leave]:
    """For a coordinator's desk: who is away today, the soonest back first."""
    return list(
        Leave.objects.visible_to(user)
        .on(today)
        .select_related("mentor__person")
        .order_by("last_day", "pk")[:MOST_SHOWN]
    )


def people_of(leave: Leave) -> list[tuple[Match, Cover | None]]:
    """Those whom the mentor walks alongside, each with who was last asked to cover, or None."""
    covers = leave.covers.select_related("mentor__person", "match").order_by("pk")
    last = {cover.match_id: cover for cover in covers}
    matches = Match.objects.open().filter(mentor=leave.mentor_id).select_related("person").order_by("pk")
    return [(match, last.get(match.pk)) for match in matches]


def covering(*, user: Any) -> list[Cover]:
    """For a mentor's desk: whom they cover today, and until when."""
    found = Cover.objects.of_user(user).filter(status=Cover.Status.AGREED)
    return list(found.select_related("match__person", "leave__mentor__person").order_by("leave__last_day", "pk"))
