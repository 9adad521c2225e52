"""How many texts were written lately, and what became of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from messaging.models import Text

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
S = Text.Status
GROUPS: list[tuple[str, frozenset[str]]] = [
    ("Written", frozenset(S.values)),
    ("Left us", frozenset({S.ACCEPTED, S.SENT, S.DELIVERED, S.UNDELIVERED, S.NO_RECEIPT})),
    ("Delivered", frozenset({S.DELIVERED})),
    ("Not sent, or not delivered", frozenset({S.FAILED, S.UNDELIVERED})),
    ("May not be sent", frozenset({S.REFUSED})),
    ("Held for somebody to decide", frozenset({S.HELD})),
    ("Too late to be of use", frozenset({S.EXPIRED})),
]


@dataclass(frozen=True, slots=True)
class Figure:
    words: str
    week: int
    month: int


def figures(texts: QuerySet[Text], *, at: datetime) -> list[Figure]:
    """Of the last 7 and 30 days up to `at`, by when they were written: one question to the database.

    The groups overlap: what was delivered has left us too.
    """
    lately = texts.filter(created_at__gt=at - MONTH, created_at__lte=at).order_by()
    week = Count("pk", filter=Q(created_at__gt=at - WEEK))
    found = list(lately.values_list("status").annotate(week=week, month=Count("pk")))
    return [
        Figure(words, sum(row[1] for row in found if row[0] in group), sum(row[2] for row in found if row[0] in group))
        for words, group in GROUPS
    ]
