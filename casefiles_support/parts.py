"""Everything that the page of a journey leads to, for whoever reads it as staff: templates/casefiles_support/journeys/.

A safeguarding lead sees where the papers are, the times to read, and why somebody waits; the rest is for whoever keeps
the journey.
"""

from datetime import date
from typing import Any

from casefiles_support import (
    parts_duties,
    parts_evaluations,
    parts_journeys,
    parts_parcels,
    parts_safety_holds,
    parts_sittings,
)
from casefiles_support.models import Journey

FOR_ALL = {"parcels": parts_parcels, "sittings": parts_sittings, "holds": parts_safety_holds, "owed": parts_duties}
FOR_THE_KEEPER = {"ways": parts_journeys, "after": parts_evaluations}


def parts_of(journey: Journey, user: Any, on: date, *, whole: bool) -> dict[str, Any]:
    """The parts by the name under which their templates take them."""
    wanted = FOR_ALL | FOR_THE_KEEPER if whole else FOR_ALL
    return {name: part.part_of(journey, user, on) for name, part in wanted.items()}


def own_parts_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """Those of one’s own page: what one may say at any time, and what can come after an answer."""
    return {name: part.part_of(journey, user, on) for name, part in FOR_THE_KEEPER.items()}
