"""Who may say how it was, looking back."""

from typing import Any


def can_look_back(user: Any) -> bool:
    """The person for themselves, and whoever keeps the journey, from paper. For all others it does not exist."""
    return bool(user.is_authenticated)
