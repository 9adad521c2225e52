"""What we know already about a match, so that nobody is asked it again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from common.dates import local_day
from mentoring.models import Match, Medium, Setting
from people.models import LocationEpisode
from people.models.locations import WhereKind


def where_now(match: Match) -> LocationEpisode | None:
    """Where the person is now. The locations were loaded with the match."""
    return next((place for place in match.person.locations.all() if place.ended_on is None), None)


def first_answers(matches: Sequence[Match], *, now: datetime) -> dict[str, Any]:
    """Today, as planned, it happened, face to face, where the person is now: most sessions need no more than that."""
    answers: dict[str, Any] = {"held_on": local_day(now), "planned": "yes", "happened": "yes"}
    place = where_now(matches[0]) if matches else None
    if place is None or place.kind == WhereKind.UNKNOWN:
        return answers
    answers["medium"] = Medium.IN_PERSON
    if place.kind == WhereKind.CUSTODY:
        return answers | {"setting": Setting.CUSTODY, "establishment": place.establishment}
    return answers | {"setting": Setting.COMMUNITY}
