"""Who takes those who would like to see their file."""

from typing import Any

from people.permissions import can_add_people


def can_begin_ways(user: Any) -> bool:
    """Coordinators: they give somebody a page here, in their own teams, and name who will be beside them."""
    return can_add_people(user)
