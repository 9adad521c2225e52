"""Who may take a register."""

from typing import Any

from accounts.roles import Role
from mentoring.models import Session


def can_take_registers(user: Any) -> bool:
    """Peer mentors, with people they are matched with and groups they hold; coordinators and managers on behalf of a
    mentor of theirs who has no login or no time.
    """
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_take_on_behalf(user: Any) -> bool:
    """Coordinators in their own teams, and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_correct_register(user: Any, session: Session) -> bool:
    """The one who recorded it, for 14 days."""
    return session.recorded_by_id == user.pk
