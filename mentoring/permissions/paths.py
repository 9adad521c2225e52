"""Who sees the path of a mentor: their own; their coordinator's page asks `can_see_mentors`."""

from typing import Any

from accounts.roles import Role


def can_see_own_path(user: Any) -> bool:
    """Peer mentors, and those who are becoming one: their own."""
    return bool(user.has_role(Role.PEER_MENTOR, Role.APPLICANT))
