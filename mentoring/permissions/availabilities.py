"""Who may say when a mentor has time."""

from typing import Any

from accounts.roles import Role


def can_set_own_availability(user: Any) -> bool:
    """Peer mentors, of themselves. The staff of their team read it."""
    return user.has_role(Role.PEER_MENTOR)
