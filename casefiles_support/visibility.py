"""Tells the people floor whom a file supporter may see: the people of the journeys they may read, by name and needs."""

from typing import Any

from django.db.models import Q

from accounts.roles import Role
from casefiles_support.models import Journey
from people import visibility
from people.visibility import NAME, NEEDS, NOBODY, WHERE


def supported_people(user: Any) -> Q:
    if not user.has_role(Role.FILE_SUPPORTER):
        return NOBODY
    return Q(pk__in=Journey.objects.open().visible_to(user).values("person"))


def declare() -> None:
    visibility.declare("files.supported", supported_people, parts=frozenset({NAME, NEEDS, WHERE}))
