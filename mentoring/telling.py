"""Telling a mentor, or a manager, that something waits to be read. The message never says what."""

from datetime import datetime
from typing import Any

from django.conf import settings

from accounts.models import User
from accounts.roles import Role
from mentoring.models import Mentor
from messaging.actions import outbox
from messaging.addresses import email
from people.models import LocationEpisode

TEMPLATE = "messages/mentoring/something_of_yours.txt"


def is_held(mentor: Mentor) -> bool:
    """Whether the mentor is in custody now. The field’s rule holds for a mentor as for anybody else."""
    return LocationEpisode.objects.current().in_custody().filter(person=mentor.person_id).exists()


def tell_mentor(mentor: Mentor, *, about: Any, what: str, by: Any, at: datetime) -> bool:
    """Promise one message about one thing, inside the caller's transaction. Nothing goes to somebody in custody.

    False where they cannot be told so: then somebody has to tell them.
    """
    login = mentor.person.login
    if login is None or not login.is_active or not login.email or is_held(mentor):
        return False
    _promise(login, f"mentoring.{what}:{about.ref}", about, by, at)
    return True


def tell_managers(*, about: Any, what: str, by: Any, at: datetime) -> None:
    """One message to each programme manager about one thing, however often it is asked."""
    managers = User.objects.filter(is_active=True, grants__role=Role.PROGRAMME_MANAGER, grants__ended_at=None)
    for manager in managers.exclude(email="").distinct().order_by("pk"):
        _promise(manager, f"mentoring.{what}:{about.ref}:{manager.ref}", about, by, at)


def _promise(login: User, key: str, about: Any, by: Any, at: datetime) -> None:
    outbox.promise(
        to=email(login.email),
        about=about,
        key=key,
        template=TEMPLATE,
        context={"name": login.get_short_name(), "link": f"{settings.PUBLIC_BASE_URL}/desk/"},
        by=by,
        at=at,
    )
