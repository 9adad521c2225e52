"""Who is beside somebody, as a part of their page: templates/casefiles_support/supporters/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Journey, Supporter
from casefiles_support.parts_journeys import keeps


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """Those who stand or are named, and the places that nobody has yet."""
    named = journey.supporters.filter(ended_at=None).select_related("login", "mentor__person").order_by("pk")
    people = [{"supporter": one, "name": name_of(one)} for one in named]
    taken = {one.role for one in named}
    once = {"practitioner", "back_up", "peer_mentor"}
    free = [role for role in Supporter.Role if role.value not in taken or role.value not in once]
    return {"journey": journey, "people": people, "free": free, "may": keeps(journey, user)}


def name_of(supporter: Supporter) -> str:
    """What they are called at work."""
    return supporter.login.display_name if supporter.login else str(supporter.mentor)
