"""What is owed to somebody, as a part of their page: templates/casefiles_support/duties/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Duty, Journey
from casefiles_support.parts_journeys import keeps
from casefiles_support.reports.duties import RANK, where_done
from casefiles_support.rules.duties import KINDS


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """The open ones, most urgent first; for staff alone, as `visible_to` says. `url`: where whoever keeps the journey
    does it.
    """
    found = Duty.objects.visible_to(user).open().filter(journey=journey).annotate(rank=RANK).order_by("rank", "due_on")
    mine = keeps(journey, user)
    duties = [
        {"duty": one, "kind": KINDS[one.kind], "late": one.due_on < on, "url": where_done(one) if mine else ""}
        for one in found.select_related("journey__person")
    ]
    return {"journey": journey, "duties": duties, "may": mine}
