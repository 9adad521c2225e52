"""Who may see what waits in file support; of whom, is what each `visible_to` knows."""

from typing import Any

from accounts.roles import Role


def can_see_today(user: Any) -> bool:
    """File supporters those they support; peer mentors the times of those who named them; programme managers counts and
    how late holders are, without a name; the safeguarding lead safety holds.
    """
    return user.has_role(Role.FILE_SUPPORTER, Role.PEER_MENTOR, Role.PROGRAMME_MANAGER, Role.SAFEGUARDING_LEAD)


def can_list_today(user: Any) -> bool:
    """File supporters, by name, those they support."""
    return user.has_role(Role.FILE_SUPPORTER)
