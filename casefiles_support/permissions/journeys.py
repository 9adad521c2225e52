"""Who may offer somebody their records, and who works on a journey. Which journeys, `Journey.objects` says."""

from typing import Any

from accounts.roles import Role


def can_offer_files(user: Any) -> bool:
    """Coordinators to the people of their teams, peer mentors to those they are matched with, file supporters to those
    whom they support.
    """
    return user.has_role(Role.COORDINATOR, Role.PEER_MENTOR, Role.FILE_SUPPORTER)


def can_see_journeys(user: Any) -> bool:
    """Whoever signs in: the person’s own, and those of the people they support. Any other does not exist for them."""
    return bool(user.is_authenticated)


def can_keep_journeys(user: Any) -> bool:
    """File supporters, those that they keep."""
    return user.has_role(Role.FILE_SUPPORTER)


def can_decide(user: Any) -> bool:
    """The person for themselves, and whoever keeps the journey for them. For all others there is nothing to decide."""
    return bool(user.is_authenticated)
