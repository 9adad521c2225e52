"""Writing down a stage of the way that was reached by doing something, not by ticking it: part of an action."""

from datetime import datetime
from typing import Any

from casefiles_support.actions import checkpoints
from casefiles_support.models import Checkpoint, Journey
from common.dates import local_day


def reached(*, journey: Journey, code: str, about: Any, by: Any, at: datetime) -> None:
    """Once for each thing that it is `about`. What happens after a journey was closed still happens; no stage does."""
    if journey.status != Journey.Status.CLOSED:
        checkpoints.record(
            journey=journey, code=code, outcome=Checkpoint.Outcome.DONE, on=local_day(at), key=f"{code}:{about.ref}",
            by=by, at=at,
        )  # fmt: skip
