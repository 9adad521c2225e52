"""A coordinator's week in numbers, by email on Monday morning. Numbers only: a message may be read by somebody else."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from common.dates import local_day
from desk import cards, waiting
from mentoring.models import Task
from messaging.actions import outbox
from messaging.addresses import email
from people.models import Concern

TEMPLATE = "messages/desk/week.txt"
MONDAY = 0


def numbers(user: Any, *, now: datetime) -> list[tuple[str, int]]:
    """What waits for this person's teams, most pressing first: a few words, and how many."""
    today = local_day(now)
    tasks = Task.objects.visible_to(user)
    counted = [
        ("worries that are open", Concern.objects.visible_to(user).open().count()),
        ("tasks that are late", tasks.overdue(today).count()),
        ("tasks due this week", tasks.open().filter(due_on__range=(today, today + timedelta(days=6))).count()),
        (f"pairs who have not met for {settings.NOT_SEEN_DAYS} days", cards.not_seen(user, now).count()),
        *waiting.in_few_words(user, now),
    ]
    return [(words, count) for words, count in counted if count]


def send(*, now: datetime) -> int:
    """Promise every coordinator their week, once for each Monday; answers how many. Nobody is sent an empty one."""
    monday = local_day(now)
    if monday.weekday() != MONDAY:
        return 0
    coordinators = User.objects.filter(is_active=True, grants__role=Role.COORDINATOR, grants__ended_at=None)
    sent = 0
    for user in coordinators.exclude(email="").distinct().order_by("pk").iterator():
        week = numbers(user, now=now)
        if week:
            _promise(user, week, monday, now)
            sent += 1
    return sent


@transaction.atomic
def _promise(user: User, week: list[tuple[str, int]], monday: date, now: datetime) -> None:
    outbox.promise(
        to=email(user.email),
        about=user,
        key=f"desk.week:{user.ref}:{monday:%Y%m%d}",
        template=TEMPLATE,
        context={"name": user.get_short_name(), "week": week, "link": f"{settings.PUBLIC_BASE_URL}/desk/"},
        by=None,
        at=now,
    )
