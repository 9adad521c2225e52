"""Who may see what somebody has not sent yet."""

from typing import Any

from mentoring.models import Draft


def can_see_draft(user: Any, draft: Draft) -> bool:
    """Only the one who is writing it."""
    return draft.owner_id == user.pk
