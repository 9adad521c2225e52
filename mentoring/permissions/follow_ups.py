"""Who may ask how somebody is when their match is over."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_follow_ups(user: Any) -> bool:
    """Coordinators their teams’; managers and the safeguarding lead all. No mentor: the match is over."""
    return user.has_role(*CASE_STAFF)


def can_record_follow_ups(user: Any) -> bool:
    """Coordinators."""
    return user.has_role(Role.COORDINATOR)
