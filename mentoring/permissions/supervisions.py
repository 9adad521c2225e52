"""Who may plan, write up and read supervision meetings."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_supervisions(user: Any) -> bool:
    """Coordinators those of their teams’ mentors; managers and the safeguarding lead all. Nobody their own."""
    return user.has_role(*CASE_STAFF)


def can_supervise(user: Any) -> bool:
    """Coordinators, for their teams’ mentors, and programme managers. The safeguarding lead reads."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_see_own_supervision(user: Any) -> bool:
    """Peer mentors: what was agreed with them, when the next meeting is, and nothing of the private notes."""
    return user.has_role(Role.PEER_MENTOR)
