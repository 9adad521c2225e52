"""Counting what is spent, in the transaction that sends."""

from datetime import datetime

from django.db import connection
from django.db.models import Case, F, Value, When

from common.dates import local_day
from messaging.models import Spend
from messaging.patience import text_patience
from messaging.rules.caps import Caps, Scope, amounts, counters, over

# One statement where Django needs four: all who send wait for the counters, so they are held as briefly as can be.
ADD = """
    INSERT INTO messaging_spend (scope, key, amount) VALUES (%s, %s, %s), (%s, %s, %s), (%s, %s, %s)
    ON CONFLICT (scope, key) DO UPDATE SET amount = messaging_spend.amount + excluded.amount
    RETURNING scope, amount
"""


def spend(*, segments: int, whose: str, at: datetime, within_caps: bool) -> list[str]:
    """Add one text to the counters, or answer why not. The counters stay locked until the commit: ask this last."""
    keys, adding = counters(on=local_day(at), whose=whose), amounts(segments)
    # In one order, so that two workers never wait for each other.
    rows = [(str(scope), keys[scope], adding[scope]) for scope in sorted(keys)]
    with connection.cursor() as cursor:
        cursor.execute(ADD, [value for row in rows for value in row])
        spent = {Scope(scope): amount - adding[Scope(scope)] for scope, amount in cursor.fetchall()}
    patience = text_patience()
    caps = Caps(day=patience.day, month=patience.month, person=patience.person)
    if within_caps and (reasons := over(spent=spent, adding=adding, caps=caps)):
        refund(segments=segments, whose=whose, at=at)
        return reasons
    return []


def refund(*, segments: int, whose: str, at: datetime) -> None:
    """It turned out not to have gone. `at` is when it was counted."""
    keys = counters(on=local_day(at), whose=whose)
    rows = Spend.objects.select_for_update().filter(key__in=keys.values()).order_by("scope", "key")
    mine = [row.pk for row in rows if keys[Scope(row.scope)] == row.key]
    less = Case(When(scope=Scope.PERSON, then=F("amount") - 1), default=F("amount") - Value(segments))
    Spend.objects.filter(pk__in=mine).update(amount=less)
