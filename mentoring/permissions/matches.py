"""Who may see and make matches."""

from typing import Any

from accounts.roles import CASE_STAFF, WHOLE_PROGRAMME, Role


def can_see_matches(user: Any) -> bool:
    """Mentors their own; coordinators their teams’; managers and the safeguarding lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_make_matches(user: Any) -> bool:
    """Coordinators and programme managers."""
    return user.has_role(Role.COORDINATOR, *WHOLE_PROGRAMME)
