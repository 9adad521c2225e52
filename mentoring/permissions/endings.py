"""Who may bring a match to its end."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_endings(user: Any) -> bool:
    """Mentors until the last day; coordinators their teams’; managers and the safeguarding lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_plan_endings(user: Any) -> bool:
    """Mentors with the people they are matched with, and coordinators."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR)


def can_end_matches(user: Any) -> bool:
    """Coordinators: the last word is theirs, so that nobody is cut off in anger."""
    return user.has_role(Role.COORDINATOR)
