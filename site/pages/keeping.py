"""Once a month whoever keeps pages right hears by email how many of theirs want checking. A number, and no title."""

from collections import Counter
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from common.dates import local_day
from messaging.actions import outbox
from messaging.addresses import email
from pages import ageing
from pages.rules.ageing import is_day_to_tell

TEMPLATE = "messages/pages/pages_to_check.txt"


def tell(*, now: datetime) -> int:
    """Promise one message to each who keeps something that wants checking, and to programme managers about what nobody
    keeps any more. Answers how many. Never more than one a month for each, however often it is called.
    """
    today = local_day(now)
    if not is_day_to_tell(today):
        return 0
    kept, unkept = _counted(today)
    managers = set(ageing.editors().filter(grants__role=Role.PROGRAMME_MANAGER).values_list("pk", flat=True))
    to = {*kept, *managers} if unkept else {*kept}
    users = User.objects.filter(pk__in=to).exclude(email="").order_by("pk")
    for user in users:
        _promise(user, kept[user.pk], unkept if user.pk in managers else 0, today, now)
    return len(users)


def _counted(today: date) -> tuple[Counter[int], int]:
    """How many want checking of each keeper, by the number of their login, and how many nobody is asked about."""
    late = [line for line in ageing.lines(today) if line.may_have_keeper and line.stands.wants_checking]
    keepers = ageing.Keepers(late)
    asked = [keepers.asked(line) for line in late]
    return Counter(pk for ones in asked for pk in ones), sum(not ones for ones in asked)


@transaction.atomic
def _promise(user: User, kept: int, unkept: int, day: date, now: datetime) -> Any:
    return outbox.promise(
        to=email(user.email),
        about=user,
        key=f"pages.ageing:{user.ref}:{day:%Y%m}",
        template=TEMPLATE,
        context={
            "name": user.get_short_name(),
            "kept": kept,
            "unkept": unkept,
            "link": f"{settings.PUBLIC_BASE_URL}{reverse('pages:ageing-index')}",
        },
        by=None,
        at=now,
    )
