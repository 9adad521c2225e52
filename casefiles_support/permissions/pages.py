"""Who may open the page of a journey; whose it is, is what `Journey.objects.visible_to` and `alongside` know."""

from typing import Any

from accounts.roles import Role
from casefiles_support.models import Journey


def can_open_journeys(user: Any) -> bool:
    """File supporters those they support, or their team’s while nobody is named; the safeguarding lead those with a
    safety hold. Coordinators, managers and administrators none.
    """
    return user.has_role(Role.FILE_SUPPORTER, Role.SAFEGUARDING_LEAD)


def can_read_all_of(user: Any, journey: Journey) -> bool:
    """The person and whoever supports them read all of it; a safeguarding lead where it is and what comes next."""
    return user.has_role(Role.FILE_SUPPORTER) or journey.person.login_id == user.pk


def can_see_looks(user: Any, journey: Journey) -> bool:
    """The person, and whoever supports them, reading it together."""
    return can_read_all_of(user, journey)


def can_be_alongside(user: Any) -> bool:
    """Peer mentors: dates and support of the people who named them, and nothing else."""
    return user.has_role(Role.PEER_MENTOR)
