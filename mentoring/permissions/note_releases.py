"""Who may write down that a person lets a mentor read earlier notes."""

from typing import Any

from accounts.roles import Role


def can_release_notes(user: Any) -> bool:
    """Coordinators, who ask the person themselves. No mentor opens a door for themselves."""
    return user.has_role(Role.COORDINATOR)
