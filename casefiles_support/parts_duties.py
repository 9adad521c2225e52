"""What is owed to somebody, as a part of their page: templates/casefiles_support/duties/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Duty, Journey
from casefiles_support.reports.duties import RANK
from casefiles_support.rules.duties import KINDS


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """The open ones, most urgent first; for staff alone, as `visible_to` says."""
    found = Duty.objects.visible_to(user).open().filter(journey=journey).annotate(rank=RANK).order_by("rank", "due_on")
    duties = [{"duty": one, "kind": KINDS[one.kind], "late": one.due_on < on} for one in found]
    return {"journey": journey, "duties": duties}
