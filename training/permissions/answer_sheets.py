"""Who gives out tests on paper, and types them in."""

from typing import Any

from training.permissions.learners import can_lead_learning


def can_key_answer_sheets(user: Any) -> bool:
    """Learning leads for their own prisons, coordinators and programme managers: never for themselves."""
    return can_lead_learning(user)
