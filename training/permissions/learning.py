"""Who learns here."""

from typing import Any

from accounts.roles import Role


def can_learn(user: Any) -> bool:
    """Everybody who has a role here learns, each for themselves. These pages show nobody what others learn."""
    return bool(user.has_role(*Role))
