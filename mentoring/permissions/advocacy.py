"""Who may see what is asked on somebody’s behalf, and who may ask."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_advocacy(user: Any) -> bool:
    """Mentors, for the people they are matched with; coordinators their teams’; managers and the lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_ask_on_behalf(user: Any) -> bool:
    """Mentors and coordinators, with the person’s permission."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR)
