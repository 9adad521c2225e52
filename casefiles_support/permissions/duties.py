"""Who sees what the programme owes people."""

from typing import Any

from accounts.roles import Role


def can_see_duties(user: Any) -> bool:
    """File supporters, of the journeys that they keep; safeguarding leads, of those where somebody must wait a day."""
    return user.has_role(Role.FILE_SUPPORTER, Role.SAFEGUARDING_LEAD)
