"""Who may write down a step."""

from typing import Any

from accounts.roles import Role


def can_write_progressions(user: Any) -> bool:
    """Coordinators, for their teams’ mentors, and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_tell_own_progression(user: Any) -> bool:
    """Peer mentors: that they once had a mentor. Nobody else says it for them."""
    return user.has_role(Role.PEER_MENTOR)
