"""Who may ask for all of it to be deleted, and who agrees."""

from typing import Any

from accounts.roles import Role


def can_ask_erasure(user: Any) -> bool:
    """The person for themselves, and whoever keeps the journey for them. For all others there is nothing to ask."""
    return bool(user.is_authenticated)


def can_tell_erasure(user: Any) -> bool:
    """File supporters tell the people they are beside."""
    return user.has_role(Role.FILE_SUPPORTER)


def can_agree_erasure(user: Any) -> bool:
    """Programme managers: the second name. They see when it was asked and told, and never whose it is."""
    return user.has_role(Role.PROGRAMME_MANAGER)
