"""Who may print slips for a wing."""

from typing import Any

from accounts.roles import Role


def can_print_slips(user: Any) -> bool:
    """Coordinators, for the people of their teams. A slip holds a prison number."""
    return user.has_role(Role.COORDINATOR)
