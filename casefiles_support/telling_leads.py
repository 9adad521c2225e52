"""Telling those who answer for the programme that something waits. The message says only that something does."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from accounts.roles import WHOLE_PROGRAMME, Role
from casefiles_support.models import Journey
from messaging.actions import outbox
from messaging.addresses import email

TEMPLATE = "messages/casefiles_support/waiting.txt"
LEADS = (Role.SAFEGUARDING_LEAD,)
MANAGERS = (Role.PROGRAMME_MANAGER,)
BOTH = tuple(sorted(WHOLE_PROGRAMME))


def tell(*, roles: Iterable[str], journey: Journey, about: Any, key: str, page: str, by: Any, at: datetime) -> None:
    """Each who holds one of the roles, never the one whose papers they are. `page`: the name of the URL to open."""
    held = User.objects.filter(is_active=True, grants__role__in=list(roles), grants__ended_at=None).exclude(email="")
    for user in held.exclude(person=journey.person_id).distinct().order_by("pk"):
        outbox.promise(
            to=email(user.email),
            about=about,
            key=f"files.{key}:{user.ref}",
            template=TEMPLATE,
            context={"name": user.get_short_name(), "link": f"{settings.PUBLIC_BASE_URL}{reverse(page)}"},
            by=by,
            at=at,
        )
