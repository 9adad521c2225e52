"""Who may write down where papers are. Whose papers, the journeys that somebody reads say."""

from typing import Any

from accounts.roles import WHOLE_PROGRAMME, Role


def can_see_parcels(user: Any) -> bool:
    """File supporters those of the people they support; the safeguarding lead where there is a safety hold."""
    return user.has_role(Role.FILE_SUPPORTER, Role.SAFEGUARDING_LEAD)


def can_handle_parcels(user: Any) -> bool:
    """File supporters, for the people they support. A peer mentor never handles papers."""
    return user.has_role(Role.FILE_SUPPORTER)


def can_see_lost(user: Any) -> bool:
    """Programme managers and safeguarding leads: that papers are lost and where they were last, and not whose."""
    return user.has_role(*WHOLE_PROGRAMME)
