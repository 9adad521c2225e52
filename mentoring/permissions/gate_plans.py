"""Who plans the day somebody leaves prison, and who reads the plan."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_keep_gate_plans(user: Any) -> bool:
    """Coordinators, for the people of their own teams."""
    return user.has_role(Role.COORDINATOR)


def can_see_gate_plans(user: Any) -> bool:
    """Staff who may see the person, and the mentor who walks alongside them: it may be they who stand at the gate."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)
