"""Who may put somebody forward, and who decides."""

from typing import Any

from accounts.roles import CASE_STAFF, Role


def can_refer(user: Any) -> bool:
    """Staff of prisons, probation officers, personal advisers, and our own coordinators and managers."""
    partners = (Role.PRISON_STAFF, Role.PROBATION_STAFF, Role.PERSONAL_ADVISER)
    return user.has_role(*partners, Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_see_referrals(user: Any) -> bool:
    """Coordinators those of their teams and those nobody has taken; managers and the safeguarding lead all."""
    return user.has_role(*CASE_STAFF)


def can_decide_referrals(user: Any) -> bool:
    """Coordinators and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)
