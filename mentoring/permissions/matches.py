"""Who may see and make matches."""

from typing import Any

from accounts.roles import CASE_STAFF, Role
from people.models import Person
from people.permissions import can_edit_person


def can_see_matches(user: Any) -> bool:
    """Mentors their own; coordinators their teams’; managers and the safeguarding lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_make_matches(user: Any) -> bool:
    """Coordinators, for the people of their own teams; programme managers for all. Nobody for themselves."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_make_matches_for(user: Any, person: Person) -> bool:
    """Coordinators for the people of their own teams, programme managers for all; nobody for themselves."""
    if person.login_id == user.pk:
        return False
    return user.has_role(Role.PROGRAMME_MANAGER) or can_edit_person(user, person)


def can_answer_matches(user: Any) -> bool:
    """Mentors, for themselves: yes or no to somebody whom we thought of for them."""
    return user.has_role(Role.PEER_MENTOR)
