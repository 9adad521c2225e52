"""Who reads what learners wrote, watches what they practise, and checks what others said of it."""

from typing import Any

from training.models.learners import KEEPS_LEARNING


def can_assess(user: Any) -> bool:
    """Coordinators, for the mentors whom they look after, and programme managers: never their own work."""
    return bool(user.is_authenticated and user.has_role(*KEEPS_LEARNING))
