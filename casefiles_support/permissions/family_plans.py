"""Who may see and make plans to tell family."""

from typing import Any

from accounts.roles import Role


def can_see_family_plans(user: Any) -> bool:
    """The person their own, and the file supporters who keep the journey. For all others they do not exist."""
    return bool(user.is_authenticated)


def can_make_family_plans(user: Any) -> bool:
    """File supporters, together with the people they are beside."""
    return user.has_role(Role.FILE_SUPPORTER)
