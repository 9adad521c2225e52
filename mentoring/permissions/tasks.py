"""Who may see and finish what the team has to look at."""

from typing import Any

from accounts.roles import CASE_STAFF


def can_see_tasks(user: Any) -> bool:
    """Coordinators their teams’; managers and the safeguarding lead all."""
    return user.has_role(*CASE_STAFF)
