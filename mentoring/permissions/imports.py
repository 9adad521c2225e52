"""Who may bring whole files of people in."""

from typing import Any

from accounts.roles import Role


def can_import(user: Any) -> bool:
    """Programme managers alone: one file can make thousands of records."""
    return user.has_role(Role.PROGRAMME_MANAGER)
