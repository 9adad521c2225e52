"""Who may have a module on paper, and who may take it along for another system."""

from typing import Any

from accounts.roles import Role
from training.models.learners import KEEPS_LEARNING
from training.permissions.learners import can_lead_learning


def can_print_handouts(user: Any) -> bool:
    """Everybody who is signed in: a workbook and a summary hold no answers of the test."""
    return bool(user.is_authenticated)


def can_list_handouts(user: Any) -> bool:
    """Whoever leads learning or writes it: to print for others."""
    return can_lead_learning(user) or can_pack_handouts(user)


def can_pack_handouts(user: Any) -> bool:
    """Coordinators, programme managers and editors: the packages for other systems hold the answers as well."""
    return bool(user.has_role(*KEEPS_LEARNING, Role.EDITOR))
