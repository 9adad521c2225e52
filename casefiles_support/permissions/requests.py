"""Who may see requests and write down what happens to them. Which of them, the journey says."""

from typing import Any

from accounts.roles import Role


def can_see_requests(user: Any) -> bool:
    """Whoever reads the journey: the person, and whoever keeps it. For all others there is no such request."""
    return bool(user.is_authenticated)


def can_keep_requests(user: Any) -> bool:
    """File supporters, in the journeys that they keep."""
    return user.has_role(Role.FILE_SUPPORTER)
