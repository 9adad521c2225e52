"""Who may print paper sheets, type them in, and see how long paper takes."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_key_sheets(user: Any) -> bool:
    """Coordinators their teams’ sheets, programme managers all; never a mentor for another mentor."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_see_delays(user: Any) -> bool:
    """Coordinators their teams’; managers and the safeguarding lead all. It names nobody."""
    return user.has_role(*CASE_STAFF)
