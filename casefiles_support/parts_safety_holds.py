"""Waits, as a part of the page of a journey: templates/casefiles_support/safety_holds/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Journey
from casefiles_support.permissions.safety_holds import can_ask_to_wait, can_see_waits
from casefiles_support.rules.safety_holds import ONLY_FROM


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """All of them, the newest first; and whether one may be asked for."""
    theirs = can_ask_to_wait(user) and journey.person.login_id != user.pk
    return {
        "all": list(journey.holds.select_related("asked_by", "agreed_by").order_by("-pk")),
        "staff": can_see_waits(user) and journey.person.login_id != user.pk,
        "may": theirs and journey.status in ONLY_FROM,
    }
