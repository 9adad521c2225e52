"""Times to read and what follows, as a part of the page of a journey: casefiles_support/sittings/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import FollowUp, Journey
from casefiles_support.permissions.sittings import can_plan_sittings
from casefiles_support.reports.sittings import when


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """The times, the newest first; and when we ask how they are."""
    may = can_plan_sittings(user) and journey.person.login_id != user.pk
    found = journey.sittings.order_by("-starts_at", "-pk")
    return {
        "all": [{"sitting": one, "when": when(one)} for one in found],
        "asking": list(journey.follow_ups.filter(status=FollowUp.Status.PLANNED).order_by("due_at", "pk")),
        "may": may,
        "plan": may and journey.status != Journey.Status.CLOSED,
    }
