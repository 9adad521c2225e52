"""How long paper takes: from the day of a session to the day on which its sheet was typed in. It names nobody."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from common.dates import local_day
from mentoring.models import PaperSheet, Session
from mentoring.rules.sheets import BUCKETS, in_buckets

ELSEWHERE = "Not in a prison"


@dataclass(frozen=True)
class Delay:
    """The sheets of one place. `counts` goes with rules.sheets.BUCKETS; `middle` is the median, in days."""

    place: str
    counts: list[int]
    middle: float

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def in_words(self) -> list[tuple[str, int]]:
        """(words, count) for each bucket."""
        return [(words, count) for (_, words), count in zip(BUCKETS, self.counts, strict=True)]


def delays(*, user: Any, since: datetime, until: datetime) -> list[Delay]:
    """By place, for sheets typed in from `since` (included) to `until` (not included), in one query."""
    rows = (
        Session.objects.visible_to(user)
        .filter(transcribed_at__gte=since, transcribed_at__lt=until)
        .values_list("establishment__name", "started_at", "transcribed_at", named=True)
    )
    days: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.transcribed_at:
            took = local_day(row.transcribed_at) - local_day(row.started_at)
            days[row.establishment__name or ELSEWHERE].append(took.days)
    return [Delay(place, in_buckets(found), median(found)) for place, found in sorted(days.items())]


def in_all(found: list[Delay]) -> list[tuple[str, int]]:
    """(words, count) for each bucket, over all places."""
    return [(words, sum(delay.counts[at] for delay in found)) for at, (_, words) in enumerate(BUCKETS)]


def waiting(*, user: Any) -> int:
    """How many sheets are out there, printed and not typed in. For a desk."""
    return PaperSheet.objects.visible_to(user).waiting().count()
