"""What may be done with a journey now, as a part of its page: templates/casefiles_support/steps/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Journey
from casefiles_support.permissions.journeys import can_keep_journeys
from casefiles_support.rules import journeys as rules


def keeps(journey: Journey, user: Any) -> bool:
    """Whether they are here as staff. Nobody is, on their own page."""
    return can_keep_journeys(user) and journey.person.login_id != user.pk


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """`may` are the verbs that fit where it is: what the person may say always, and for staff the steps and the end."""
    may = {verb for verb in rules.verbs_in(journey.status) if verb in ("pause", "not_now", "resume")}
    if keeps(journey, user):
        may |= set(rules.verbs_in(journey.status)) & {"close", "reopen"}
        may |= {"step"} if rules.steps_from(journey.status) else set()
    return {"journey": journey, "may": may, "still": journey.status in rules.STILL, "said": rules.PAUSED}
