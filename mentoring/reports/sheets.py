"""How long paper takes: from the day that a sheet tells of to the day on which it was typed in. It names nobody.

That day is the session's, the day somebody was asked, or the day they wrote that they would like a mentor or to be one.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from statistics import median
from typing import Any

from django.db.models.functions import Coalesce

from common.dates import local_day
from mentoring.models import PaperSheet, Session
from mentoring.reports.attendance import scope
from mentoring.rules.sheets import BUCKETS, in_buckets

ELSEWHERE = "Not in a prison"
# Where, the day it tells of, and when it was typed in.
Told = tuple[str | None, date, datetime]


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
    """By place, for sheets typed in from `since` (included) to `until` (not included), in two queries."""
    days: dict[str, list[int]] = defaultdict(list)
    for place, told, typed in chain(_sessions(user, since, until), _others(user, since, until)):
        days[place or ELSEWHERE].append((local_day(typed) - told).days)
    return [Delay(place, in_buckets(found), median(found)) for place, found in sorted(days.items())]


def _sessions(user: Any, since: datetime, until: datetime) -> Iterator[Told]:
    """By whose work it was, as all figures of sessions are; who may read a session changes when a match ends."""
    found = Session.objects.filter(scope(user), transcribed_at__gte=since, transcribed_at__lt=until)
    for place, started, typed in found.values_list("establishment__name", "started_at", "transcribed_at"):
        if typed:
            yield place, local_day(started), typed


def _others(user: Any, since: datetime, until: datetime) -> Iterator[Told]:
    """Referrals, interest and askings: the sheets that became no session."""
    told = Coalesce("written_on", "identification__asked_on")
    prison = Coalesce("referral__establishment__name", "application__establishment__name", "establishment__name")
    found = PaperSheet.objects.visible_to(user).filter(keyed_at__gte=since, keyed_at__lt=until)
    rows = found.annotate(told=told, prison=prison).exclude(told=None)
    for where, day, typed in rows.values_list("prison", "told", "keyed_at"):
        if typed:
            yield where, day, typed


def in_all(found: list[Delay]) -> list[tuple[str, int]]:
    """(words, count) for each bucket, over all places."""
    return [(words, sum(delay.counts[at] for delay in found)) for at, (_, words) in enumerate(BUCKETS)]


def waiting(*, user: Any) -> int:
    """How many sheets are out there, printed and not typed in. For a desk."""
    return PaperSheet.objects.visible_to(user).waiting().count()
