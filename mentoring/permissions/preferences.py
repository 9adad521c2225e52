"""Who may write down what somebody would like of a mentor."""

from typing import Any

from accounts.roles import Role
from people.models import Person
from people.permissions import can_edit_person


def can_keep_preferences(user: Any) -> bool:
    """Coordinators, for the people and the mentors of their own teams."""
    return user.has_role(Role.COORDINATOR)


def can_keep_preferences_of(user: Any, person: Person) -> bool:
    """Coordinators, for their own teams; nobody for themselves."""
    return can_keep_preferences(user) and can_edit_person(user, person)
