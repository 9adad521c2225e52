"""Who may pay."""

from typing import Any

from accounts.roles import Role


def can_pay(user: Any) -> bool:
    """Programme managers: make a batch of what is approved, tell the bank, and say that it is paid."""
    return user.has_role(Role.PROGRAMME_MANAGER)
