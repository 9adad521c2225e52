"""Who may see and note what was covered or is missing."""

from typing import Any

from accounts.roles import Role


def can_see_redactions(user: Any) -> bool:
    """The person their own, and the file supporters who keep the journey. For all others it does not exist."""
    return bool(user.is_authenticated)


def can_note_redactions(user: Any) -> bool:
    """File supporters, for the people they are beside. A peer mentor sees nothing of it."""
    return user.has_role(Role.FILE_SUPPORTER)
