"""Telling those who can act that a concern waits. The message says only that something does."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from accounts.models import User
from accounts.roles import WHOLE_PROGRAMME, Role
from audit import actions as audit
from messaging.actions import outbox
from messaging.addresses import email
from people.models import Concern
from people.models.concerns import ConcernStatus
from people.rules.concerns import alert_again
from places.models import Establishment, Posting

TEMPLATE = "messages/people/waiting.txt"
BATCH = 100


@transaction.atomic
def tell_leads(*, concern: Concern, by: Any, at: datetime) -> None:
    """Tell every safeguarding lead that a concern has come; where there is none, the programme managers."""
    told = _tell(concern, _holding([Role.SAFEGUARDING_LEAD], concern), "new", by, at)
    if not told:
        _tell(concern, _holding(WHOLE_PROGRAMME, concern), "new", by, at)


@transaction.atomic
def tell_prison(*, concern: Concern, prison: Establishment, by: Any, at: datetime) -> None:
    """Tell those who hold a post in the prison that something waits for them here."""
    held = Posting.objects.current().filter(post__establishment=prison, user__isnull=False)
    there = set(held.values_list("user", flat=True))
    staff = [user for user in _holding([Role.PRISON_STAFF], concern) if user.pk in there]
    _tell(concern, staff, f"shown:{prison.ref}", by, at)


@transaction.atomic
def tell_again(*, by: Any, at: datetime) -> int:
    """Tell all safeguarding leads and programme managers of each concern whose clock has run out; returns how many.

    They are told again every so often (rules.concerns.ALERT_AGAIN) until somebody acknowledges it.
    """
    late = Concern.objects.overdue(at).select_related("about").order_by("acknowledge_by", "pk")
    due = [
        concern
        for concern in late.select_for_update(of=("self",), skip_locked=True)[:BATCH]
        if alert_again(
            acknowledge_by=concern.acknowledge_by,
            alerted_again_at=concern.alerted_again_at,
            urgency=concern.urgency,
            at=at,
        )
    ]
    for concern in due:
        seen = {"pk": concern.pk, "status": ConcernStatus.RAISED, "alerted_again_at": concern.alerted_again_at}
        if Concern.objects.filter(**seen).update(alerted_again_at=at):
            _tell(concern, _holding(WHOLE_PROGRAMME, concern), f"{at:%Y%m%d%H%M}", by, at)
            audit.record(verb="people.concern.alerted_again", by=by, at=at, subject=concern, about=concern.about)
    return len(due)


def _holding(roles: Iterable[str], concern: Concern) -> list[User]:
    """Those who hold one of `roles` and an address; never the one whom the concern is about."""
    held = User.objects.filter(is_active=True, grants__role__in=list(roles), grants__ended_at=None)
    if concern.about is not None and concern.about.login_id is not None:
        held = held.exclude(pk=concern.about.login_id)
    return list(held.exclude(email="").distinct().order_by("pk"))


def _tell(concern: Concern, users: list[User], when: str, by: Any, at: datetime) -> int:
    for user in users:
        outbox.promise(
            to=email(user.email),
            about=concern,
            key=f"people.concern:{concern.ref}:{when}:{user.ref}",
            template=TEMPLATE,
            context={"name": user.get_short_name(), "link": f"{settings.PUBLIC_BASE_URL}/desk/"},
            by=by,
            at=at,
        )
    return len(users)
