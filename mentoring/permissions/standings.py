"""Who may rest, come back, suspend."""

from typing import Any

from accounts.roles import WHOLE_PROGRAMME, Role


def can_rest(user: Any) -> bool:
    """Peer mentors, of themselves, whenever they need to."""
    return user.has_role(Role.PEER_MENTOR)


def can_help_rest(user: Any) -> bool:
    """Coordinators, for their teams’ mentors, and programme managers: a rest, and a return from it."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_suspend(user: Any) -> bool:
    """Programme managers and the safeguarding lead, with a reason; and they alone lift it. Nobody about themselves."""
    return user.has_role(*WHOLE_PROGRAMME)
