"""Who may record, read, correct and download sessions."""

from typing import Any

from accounts.roles import CASE_STAFF, Role
from mentoring.models import Session


def can_log_sessions(user: Any) -> bool:
    """Peer mentors, with the people they are matched with now, and those they cover today."""
    return user.has_role(Role.PEER_MENTOR)


def can_see_sessions(user: Any) -> bool:
    """Peer mentors their own while matched or covering; coordinators their teams’; managers and the lead all."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_see_all_sessions(user: Any) -> bool:
    """Coordinators, managers and the safeguarding lead have the list with filters."""
    return user.has_role(*CASE_STAFF)


def can_export_sessions(user: Any) -> bool:
    """Programme managers, with a reason; it is recorded."""
    return user.has_role(Role.PROGRAMME_MANAGER)


def can_correct_sessions(user: Any) -> bool:
    """Those who record sessions: mentors, and coordinators and managers who type paper in."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_correct_session(user: Any, session: Session) -> bool:
    """The one who recorded it, for 14 days; nobody else writes in another’s words."""
    return session.recorded_by_id == user.pk


def can_add_to_session(user: Any, session: Session) -> bool:
    """The one who recorded it, and the staff who look after the team."""
    return session.recorded_by_id == user.pk or user.has_role(*CASE_STAFF)
