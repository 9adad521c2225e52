"""Who may say that two people must be kept apart, and who learns why."""

from typing import Any

from accounts.roles import Role


def can_see_match_blocks(user: Any) -> bool:
    """Safeguarding leads alone: why two people are kept apart may be a danger to one of them."""
    return user.has_role(Role.SAFEGUARDING_LEAD)


def can_propose_match_blocks(user: Any) -> bool:
    """Safeguarding leads; and staff of prisons and probation, who know of it first, for people shared with them."""
    return user.has_role(Role.SAFEGUARDING_LEAD, Role.PRISON_STAFF, Role.PROBATION_STAFF)
