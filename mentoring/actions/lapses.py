"""What runs out: staff are told in good time, and a match waits rather than go on unsafely. The clock asks, daily."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from common.dates import local_day
from mentoring.actions import pauses, tasks
from mentoring.models import Match
from mentoring.rules.lapses import chase_due
from mentoring.running_out import near

SOON = timedelta(days=7)


@transaction.atomic
def find(*, by: Any, at: datetime) -> int:
    """Let each match wait whose mentor lacks something now, and ask the team to look; likewise for groups that they
    hold. Answers how many. Run twice it does nothing more: a paused match is not active, and a task that is open
    already is not raised again.
    """
    return pauses.let_wait(among=Match.objects.all(), by=by, at=at) + pauses.ask_about_groups(by=by, at=at)


@transaction.atomic
def chase(*, by: Any, at: datetime) -> int:
    """Ask for something new 60, 30 and 7 days before the old runs out, once each. Answers how much is near its end."""
    today = local_day(at)
    ending = list(near(today))
    for one in ending:
        tasks.raise_task(
            key=f"{one.name}:{one.ref}:{one.until:%Y%m%d}:{chase_due(valid_until=one.until, today=today)}",
            kind=f"{one.name}_ends_soon", team=one.mentor.team, due_on=min(one.until, today + SOON),
            mentor=one.mentor, by=by, at=at,
        )  # fmt: skip
    return len(ending)
