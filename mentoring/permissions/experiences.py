"""Whose the record of experience is."""

from typing import Any

from accounts.roles import Role


def can_see_own_experience(user: Any) -> bool:
    """The peer mentor whose it is, and nobody else: they print it and show it to whom they like."""
    return user.has_role(Role.PEER_MENTOR)
