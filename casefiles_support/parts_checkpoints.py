"""The stages, as a part of the page of a journey: templates/casefiles_support/checkpoints/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Checkpoint, Journey
from casefiles_support.parts_journeys import keeps
from casefiles_support.rules.checkpoints import STAGES, in_words


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """Each stage with what was said there last; staff may write down, and whoever reads this may go ahead."""
    standing = Checkpoint.objects.standing(journey)
    stages = [
        {
            "code": code,
            "stage": stage,
            "row": standing.get(code),
            "answers": in_words(code, standing[code].answers) if code in standing else [],
        }
        for code, stage in STAGES.items()
    ]
    return {"journey": journey, "stages": stages, "may": keeps(journey, user)}
