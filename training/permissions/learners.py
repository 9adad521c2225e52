"""Who leads what a prison learns, and who may see figures of it."""

from typing import Any

from accounts.roles import Role
from training.models.learners import KEEPS_LEARNING

LEADS = frozenset({Role.LEARNING_LEAD, *KEEPS_LEARNING})


def can_lead_learning(user: Any) -> bool:
    """Learning leads, for their own prisons; coordinators and programme managers, for all of them."""
    return bool(user.is_authenticated and user.has_role(*LEADS))


def can_see_regions(user: Any) -> bool:
    """Programme managers and funders see figures of all prisons, from which small numbers are taken out."""
    return bool(user.is_authenticated and user.has_role(Role.PROGRAMME_MANAGER, Role.FUNDER))


def can_see_answers(user: Any) -> bool:
    """Editors and programme managers see how questions were answered, and never by whom."""
    return bool(user.is_authenticated and user.has_role(Role.EDITOR, Role.PROGRAMME_MANAGER))


def can_make_for_any_prison(user: Any) -> bool:
    """Coordinators and programme managers: they answer a prison that would like to learn with us."""
    return bool(user.is_authenticated and user.has_role(*KEEPS_LEARNING))
