"""Who may ask for, offer and close a talk after a hard session."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_ask_for_debriefs(user: Any) -> bool:
    """Peer mentors, after a session that they recorded themselves."""
    return user.has_role(Role.PEER_MENTOR)


def can_see_debriefs(user: Any) -> bool:
    """Coordinators their teams’; managers and the safeguarding lead all. All of them may offer one."""
    return user.has_role(*CASE_STAFF)
