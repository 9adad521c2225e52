"""Who may see complaints, and who takes the steps."""

from typing import Any

from accounts.roles import Role


def can_see_complaints(user: Any) -> bool:
    """The person their own, and the file supporters who keep the journey. For all others they do not exist."""
    return bool(user.is_authenticated)


def can_keep_complaints(user: Any) -> bool:
    """File supporters, for the people they are beside."""
    return user.has_role(Role.FILE_SUPPORTER)
