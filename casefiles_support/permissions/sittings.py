"""Who may plan a time to read, and ask how somebody is afterwards."""

from typing import Any

from accounts.roles import Role


def can_plan_sittings(user: Any) -> bool:
    """File supporters, for the people they support."""
    return user.has_role(Role.FILE_SUPPORTER)
