"""Where a person's page leads to in the programme."""

from typing import Any

from django.urls import reverse

from mentoring.permissions.gate_plans import can_see_gate_plans
from mentoring.permissions.match_blocks import can_propose_match_blocks
from mentoring.permissions.matches import can_make_matches, can_make_matches_for
from mentoring.permissions.preferences import can_keep_preferences_of
from people import onward
from people.models import Person


def links(user: Any, person: Person) -> list[tuple[str, str]]:
    """For those who may go there, without a query."""
    found = []
    if can_make_matches(user) and can_make_matches_for(user, person):
        found.append(("Find a mentor", "mentoring:matches-find"))
    if can_keep_preferences_of(user, person):
        found.append(("What makes a good match", "mentoring:preferences-edit"))
    if can_see_gate_plans(user) and person.login_id != user.pk:
        found.append(("The day they leave", "mentoring:gate_plans-show"))
    if can_propose_match_blocks(user) and person.login_id != user.pk:
        found.append(("Keep them apart from somebody", "mentoring:match_blocks-add"))
    return [(words, reverse(name, args=[person.ref])) for words, name in found]


def declare() -> None:
    onward.declare("mentoring.matching", links)
