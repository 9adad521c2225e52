"""Who may say that a mentor is away."""

from typing import Any

from accounts.roles import CASE_STAFF, Role
from mentoring.models import Leave


def can_see_leaves(user: Any) -> bool:
    """Coordinators their teams’; managers and the safeguarding lead all."""
    return user.has_role(*CASE_STAFF)


def can_open_leaves(user: Any) -> bool:
    """Peer mentors their own; and those who see them all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_tell_own_leave(user: Any) -> bool:
    """Peer mentors, of themselves."""
    return user.has_role(Role.PEER_MENTOR)


def can_tell_leave(user: Any) -> bool:
    """Coordinators, for their teams’ mentors who ring in, and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_change_leave(user: Any, leave: Leave) -> bool:
    """The mentor whose leave it is; and coordinators and programme managers."""
    return leave.mentor.person.login_id == user.pk or can_tell_leave(user)
