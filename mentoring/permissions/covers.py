"""Who may arrange cover."""

from typing import Any

from accounts.roles import Role


def can_arrange_cover(user: Any) -> bool:
    """Coordinators, for their teams’ mentors, and programme managers. A mentor never hands a person on themselves."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_see_own_cover(user: Any) -> bool:
    """Peer mentors: the people they cover today, and nobody else."""
    return user.has_role(Role.PEER_MENTOR)
