"""What a peer mentor may know: the stage, the dates of both clocks, and who else is there."""

from dataclasses import dataclass
from datetime import datetime

from casefiles_support.models import Journey
from casefiles_support.reports.journeys import beside, last_days
from casefiles_support.reports.standing import in_words, promises_of, requests_of
from casefiles_support.rules.telling.support import TO_MENTOR
from common.dates import local_day


@dataclass(frozen=True)
class Alongside:
    """No field here holds what anybody said, chose or wrote, or where the papers are."""

    name: str
    stage: str
    quiet: bool
    theirs: list[str]
    ours: list[str]
    beside: list[str]


def view_of(journey: Journey, *, at: datetime) -> Alongside:
    on = local_day(at)
    return Alongside(
        name=journey.person.preferred_name,
        stage=journey.get_status_display(),
        quiet=journey.is_quiet,
        theirs=last_days(requests_of(journey, on)),
        ours=[in_words(one) for one in promises_of(journey, on, words=TO_MENTOR)],
        beside=beside(journey),
    )
