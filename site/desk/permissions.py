"""Who may open the pages of the desk that are not everybody's."""

from typing import Any

from accounts.roles import CASE_STAFF


def can_see_reminders(user: Any) -> bool:
    """Coordinators, programme managers and safeguarding leads: what texts say. It holds nobody's record."""
    return user.has_role(*CASE_STAFF)
