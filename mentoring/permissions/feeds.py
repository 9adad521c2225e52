"""Who may have a private calendar link."""

from typing import Any

from accounts.roles import Role


def can_have_feed(user: Any) -> bool:
    """Peer mentors. Never somebody in custody: the link answers nothing while they are."""
    return user.has_role(Role.PEER_MENTOR)
