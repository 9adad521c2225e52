"""Who may ask not to hand over today, and who answers."""

from typing import Any

from accounts.roles import Role


def can_ask_to_wait(user: Any) -> bool:
    """File supporters, for the people they support."""
    return user.has_role(Role.FILE_SUPPORTER)


def can_agree_to_wait(user: Any) -> bool:
    """Safeguarding leads."""
    return user.has_role(Role.SAFEGUARDING_LEAD)


def can_allow_again(user: Any) -> bool:
    """Programme managers, where it was asked for once more."""
    return user.has_role(Role.PROGRAMME_MANAGER)


def can_see_waits(user: Any) -> bool:
    """All three: file supporters their people’s, safeguarding leads all, managers those asked for once more."""
    return user.has_role(Role.FILE_SUPPORTER, Role.SAFEGUARDING_LEAD, Role.PROGRAMME_MANAGER)


def can_end_waits(user: Any) -> bool:
    """File supporters and safeguarding leads: it need not last to its end."""
    return user.has_role(Role.FILE_SUPPORTER, Role.SAFEGUARDING_LEAD)
