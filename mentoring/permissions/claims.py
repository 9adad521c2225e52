"""Who may claim, and who decides."""

from typing import Any

from accounts.roles import Role
from mentoring.models import Claim


def can_claim(user: Any) -> bool:
    """Peer mentors, for what mentoring cost them."""
    return user.has_role(Role.PEER_MENTOR)


def can_see_claims(user: Any) -> bool:
    """Peer mentors their own; coordinators their teams’; programme managers all. Nobody sees another’s draft."""
    return user.has_role(Role.PEER_MENTOR, Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_decide_claims(user: Any) -> bool:
    """Coordinators, for their teams’ mentors, and programme managers. Nobody about their own."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_change_claim(user: Any, claim: Claim) -> bool:
    """The mentor whose claim it is, until it is sent, and again when it came back."""
    return claim.mentor.person.login_id == user.pk and claim.is_with_mentor
