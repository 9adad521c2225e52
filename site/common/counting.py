"""Several counts in one question to the database."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce


def count_all(counted: Mapping[str, QuerySet], *, beside: QuerySet) -> dict[str, int]:
    """How many rows each QuerySet has, by its name. `beside` is any QuerySet of one row, such as the reader’s own."""
    columns = [_count(rows) for rows in counted.values()]
    counts = beside.values_list(*columns).get()
    return dict(zip(counted, counts, strict=True))


def _count(rows: QuerySet) -> Any:
    # A group by a constant is the whole: the way to count in a subquery without one for each row.
    whole = rows.order_by().annotate(whole=Value(1)).values("whole").annotate(n=Count("pk", distinct=True)).values("n")
    return Coalesce(Subquery(whole, output_field=IntegerField()), 0)
