"""Who may read, write, check and send the letters of a request."""

from typing import Any

from accounts.roles import Role


def can_read_letters(user: Any) -> bool:
    """File supporters, those of the people they are beside; and whoever asks, their own. For others, none."""
    return bool(user.is_authenticated)


def can_write_letters(user: Any) -> bool:
    """File supporters, for the people they are beside. A peer mentor never handles a letter."""
    return user.has_role(Role.FILE_SUPPORTER)


def can_check_addresses(user: Any) -> bool:
    """Another file supporter of the team: they see where a letter goes, and neither the letter nor whose it is."""
    return user.has_role(Role.FILE_SUPPORTER)
