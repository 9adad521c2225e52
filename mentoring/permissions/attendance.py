"""Who may see figures of what was offered and what was held."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_figures(user: Any) -> bool:
    """Coordinators their teams’; managers and the safeguarding lead all; peer mentors their own counts and no more."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_export_figures(user: Any) -> bool:
    """Coordinators and programme managers; it is recorded. The file holds counts, and names no person."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)
