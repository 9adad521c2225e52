"""Who may see how holders did: numbers about councils and charities, and about no person."""

from typing import Any

from accounts.roles import Role


def can_see_figures(user: Any) -> bool:
    """Programme managers and funders; file supporters, who choose whom to write to; editors, who publish them."""
    return user.has_role(Role.PROGRAMME_MANAGER, Role.FUNDER, Role.FILE_SUPPORTER, Role.EDITOR)
