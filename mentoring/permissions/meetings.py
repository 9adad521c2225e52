"""Who may see, plan, move and log meetings."""

from typing import Any

from accounts.roles import CASE_STAFF, Role
from mentoring.models import Meeting


def can_see_meetings(user: Any) -> bool:
    """Peer mentors their own, while matched or holding the group; coordinators their teams’; managers and the
    safeguarding lead all.
    """
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF)


def can_see_all_meetings(user: Any) -> bool:
    """Coordinators, managers and the safeguarding lead have the calendar with filters, and what was not logged."""
    return user.has_role(*CASE_STAFF)


def can_plan_meetings(user: Any) -> bool:
    """Peer mentors their own; coordinators in their teams and programme managers for any mentor there."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_log_meeting(user: Any, meeting: Meeting) -> bool:
    """With one person: the mentor who was to meet them. With a group: whoever may take its register."""
    if meeting.match_id:
        return meeting.mentor.person.login_id == user.pk
    return can_plan_meetings(user)
