"""Who may read the directory of holders, and who keeps it. It says nothing about people."""

from typing import Any

from accounts.roles import Role

KEEPERS = (Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.FILE_SUPPORTER)


def can_see_holders(user: Any) -> bool:
    """Those who keep it, and the safeguarding lead."""
    return user.has_role(*KEEPERS, Role.SAFEGUARDING_LEAD)


def can_keep_holders(user: Any) -> bool:
    """Coordinators, managers and file supporters."""
    return user.has_role(*KEEPERS)
