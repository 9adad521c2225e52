"""Who gives out tests on paper, and types them in."""

from typing import Any

from training.models.learners import KEEPS_LEARNING


def can_key_answer_sheets(user: Any) -> bool:
    """Coordinators and programme managers: never whoever sits the test."""
    return bool(user.has_role(*KEEPS_LEARNING))
