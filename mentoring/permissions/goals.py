"""Who may see and work on what somebody wants: goals, their steps and the notes about them."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_goals(user: Any) -> bool:
    """Mentors those of the people they are matched with; coordinators their teams’; managers and the lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_work_on_goals(user: Any) -> bool:
    """Mentors, with the people they are matched with now, and coordinators. Managers and the lead read."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR)
