"""Who sees a certificate, and who may withdraw it or put it right."""

from typing import Any

from training.models.learners import KEEPS_LEARNING


def can_see_certificates(user: Any) -> bool:
    """Everybody who is signed in: their own; a learning lead their prison’s; coordinators and managers all."""
    return bool(user.is_authenticated)


def can_keep_certificates(user: Any) -> bool:
    """Coordinators and programme managers find certificates, withdraw them and put them right."""
    return bool(user.has_role(*KEEPS_LEARNING))
