"""Who may see groups, and look after them."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_groups(user: Any) -> bool:
    """Coordinators and their teams’ groups; managers and the safeguarding lead all."""
    return user.has_role(*CASE_STAFF)


def can_change_groups(user: Any) -> bool:
    """Coordinators, in their own teams, and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)
