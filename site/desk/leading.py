"""What a learning lead finds on their desk: how many at their prisons have something late, running out or not begun."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from common.dates import local_day
from places.models import Establishment
from training.leading import prisons
from training.reports import coverage
from training.rules import matrix

# The most pressing first; in words for one and for several.
WORDS = {
    matrix.OVERDUE: ("person has something overdue", "people have something overdue"),
    matrix.RUN_OUT: ("person has something that has run out", "people have something that has run out"),
    matrix.SOON: ("person has something that runs out soon", "people have something that runs out soon"),
    matrix.NOT_BEGUN: ("person has something not begun", "people have something not begun"),
}


def for_user(user: Any, *, now: datetime) -> list[dict[str, Any]]:
    """Dicts of prison and waiting (count, words, url), one for each open prison that they lead: of most, it is one."""
    return [{"prison": place.name, "waiting": _waiting(place, now)} for place in prisons(user)]


def _waiting(place: Establishment, now: datetime) -> list[dict[str, Any]]:
    counts = coverage.standings(coverage.of_prison(place, course_key=None, on=local_day(now)))
    page = reverse("training:coverage-prison")
    return [
        {
            "count": counts[word],
            "words": one if counts[word] == 1 else many,
            "url": f"{page}?{urlencode({'prison': place.ref, 'standing': word})}",
        }
        for word, (one, many) in WORDS.items()
        if counts.get(word)
    ]
