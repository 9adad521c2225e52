"""Telling a mentor that something of their own waits to be read. The message never says what."""

from datetime import datetime
from typing import Any

from django.conf import settings

from mentoring.models import Mentor
from messaging.actions import outbox
from messaging.addresses import email
from people.models import LocationEpisode

TEMPLATE = "messages/mentoring/something_of_yours.txt"


def is_held(mentor: Mentor) -> bool:
    """Whether the mentor is in custody now. The field’s rule holds for a mentor as for anybody else."""
    return LocationEpisode.objects.current().in_custody().filter(person=mentor.person_id).exists()


def tell_mentor(mentor: Mentor, *, about: Any, what: str, by: Any, at: datetime) -> None:
    """Promise one message about one thing, inside the caller's transaction. Nothing goes to somebody in custody."""
    login = mentor.person.login
    if login is None or not login.is_active or not login.email or is_held(mentor):
        return
    outbox.promise(
        to=email(login.email),
        about=about,
        key=f"mentoring.{what}:{about.ref}",
        template=TEMPLATE,
        context={"name": login.get_short_name(), "link": f"{settings.PUBLIC_BASE_URL}/desk/"},
        by=by,
        at=at,
    )
