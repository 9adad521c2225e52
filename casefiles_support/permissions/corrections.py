"""Who may see what is to be put right, and who takes the steps."""

from typing import Any

from accounts.roles import Role


def can_see_corrections(user: Any) -> bool:
    """The person their own, and the file supporters who keep the journey. For all others it does not exist."""
    return bool(user.is_authenticated)


def can_keep_corrections(user: Any) -> bool:
    """File supporters, for the people they are beside."""
    return user.has_role(Role.FILE_SUPPORTER)
