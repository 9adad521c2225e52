"""Counting what is spent, in the transaction that sends."""

from datetime import datetime

from django.db.models import Case, F, Value, When

from common.dates import local_day
from messaging.models import Spend
from messaging.patience import text_patience
from messaging.rules.caps import Caps, Scope, amounts, counters, over


def spend(*, segments: int, whose: str, at: datetime, within_caps: bool) -> list[str]:
    """Add one text to the counters, or answer why not. The counters stay locked until the commit: ask this last."""
    keys = counters(on=local_day(at), whose=whose)
    rows = _locked(keys)
    if len(rows) < len(keys):
        missing = [Spend(scope=scope, key=key) for scope, key in keys.items() if scope not in rows]
        Spend.objects.bulk_create(missing, ignore_conflicts=True)
        rows = _locked(keys)
    spent = {scope: row.amount for scope, row in rows.items()}
    patience = text_patience()
    caps = Caps(day=patience.day, month=patience.month, person=patience.person)
    if within_caps and (reasons := over(spent=spent, adding=amounts(segments), caps=caps)):
        return reasons
    _add(rows, segments)
    return []


def refund(*, segments: int, whose: str, at: datetime) -> None:
    """It turned out not to have gone. `at` is when it was counted."""
    _add(_locked(counters(on=local_day(at), whose=whose)), -segments)


def _locked(keys: dict[Scope, str]) -> dict[Scope, Spend]:
    """In one order, so that two workers never wait for each other."""
    rows = Spend.objects.select_for_update().filter(key__in=keys.values()).order_by("scope", "key")
    return {Scope(row.scope): row for row in rows if keys[Scope(row.scope)] == row.key}


def _add(rows: dict[Scope, Spend], segments: int) -> None:
    one = 1 if segments > 0 else -1
    added = Case(When(scope=Scope.PERSON, then=F("amount") + one), default=F("amount") + Value(segments))
    Spend.objects.filter(pk__in=[row.pk for row in rows.values()]).update(amount=added)
