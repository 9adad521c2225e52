"""Who may ask for, see and decide on what is needed before somebody mentors."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_see_checks(user: Any) -> bool:
    """Coordinators for their teams’ mentors; managers and the safeguarding lead for all. Nobody their own."""
    return user.has_role(*CASE_STAFF)


def can_do_checks(user: Any) -> bool:
    """Coordinators for their teams’ mentors, and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_read_dbs_detail(user: Any) -> bool:
    """Programme managers and the safeguarding lead read numbers and words; coordinators yes or no, and until when."""
    return user.has_role(Role.PROGRAMME_MANAGER, Role.SAFEGUARDING_LEAD)


def can_decide_dbs(user: Any) -> bool:
    """Programme managers: what stands on a certificate is theirs to weigh up."""
    return user.has_role(Role.PROGRAMME_MANAGER)


def can_see_clearances(user: Any) -> bool:
    """Staff those of their teams’ mentors; prison staff who is cleared for their own prison, and until when."""
    return user.has_role(Role.PRISON_STAFF, *CASE_STAFF)
