"""Who may print a pack."""

from typing import Any

from accounts.roles import Role


def can_print_packs(user: Any) -> bool:
    """File supporters, for those they support. Prison staff get a slip, and print nothing."""
    return user.has_role(Role.FILE_SUPPORTER)
