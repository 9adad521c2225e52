"""Who may see, list and write down reviews."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_reviews(user: Any) -> bool:
    """Mentors those of their own open matches; coordinators their teams’; managers and the safeguarding lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_list_reviews(user: Any) -> bool:
    """Coordinators, managers and the safeguarding lead have the list of what is due."""
    return user.has_role(*CASE_STAFF)


def can_hold_reviews(user: Any) -> bool:
    """Mentors with the people they are matched with, and coordinators."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR)
