"""How a mentor came to stand as they do."""

from typing import Any

from mentoring.models import Mentor, Standing
from mentoring.permissions.standings import can_suspend

NEWEST = 12


def history_of(mentor: Mentor, *, user: Any) -> list[dict[str, Any]]:
    """Entries for {% timeline %}, newest first. The reasons of staff are there only for those who may suspend."""
    found = Standing.objects.visible_to(user).filter(mentor=mentor).select_related("by").order_by("-at", "-pk")
    all_of_it = can_suspend(user)
    return [
        {
            "when": one.at,
            "title": f"{one.get_to_display()}: {one.get_why_display()}",
            "text": "\n".join(filter(None, [one.words, one.staff_reason if all_of_it else ""])),
            "who": one.by.display_name if one.by else "",
        }
        for one in found[:NEWEST]
    ]
