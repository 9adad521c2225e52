"""Who may see the mentors."""

from typing import Any

from accounts.roles import CASE_STAFF


def can_see_mentors(user: Any) -> bool:
    """Coordinators their teams’ mentors; managers and the safeguarding lead all."""
    return user.has_role(*CASE_STAFF)
