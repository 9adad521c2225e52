"""Every list of file support that somebody may open, at the end of what waits. The lock of each page decides."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from casefiles_support.permissions.duties import can_see_duties
from casefiles_support.permissions.erasures import can_agree_erasure
from casefiles_support.permissions.figures import can_see_figures
from casefiles_support.permissions.holders import can_see_holders
from casefiles_support.permissions.journeys import can_keep_journeys
from casefiles_support.permissions.letters import can_check_addresses
from casefiles_support.permissions.pages import can_be_alongside
from casefiles_support.permissions.parcels import can_see_lost
from casefiles_support.permissions.safety_holds import can_see_waits

DOORS: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
    ("People you are there for", "journeys-index", can_keep_journeys),
    ("What we owe people", "duties-index", can_see_duties),
    ("Addresses to check, of letters of others", "letters-checks", can_check_addresses),
    ("For whom you would step in", "supporters-backing", can_keep_journeys),
    ("People who named you", "alongside-index", can_be_alongside),
    ("Asked to wait a day, for somebody’s safety", "safety_holds-index", can_see_waits),
    ("Papers that are lost", "holding_moves-lost", can_see_lost),
    ("To be deleted, once somebody else agrees", "erasures-index", can_agree_erasure),
    ("Who may have records, and where to write", "holders-index", can_see_holders),
    ("How holders did, year by year", "figures-holders", can_see_figures),
)


def doors_of(user: Any) -> list[tuple[str, str]]:
    """(words, address) of each, without a query."""
    return [(words, reverse(f"casefiles_support:{name}")) for words, name, lock in DOORS if lock(user)]
