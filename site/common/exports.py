"""Lists as plain values, for files: read from the database row by row, never all at once.

They are safe to open: a text that a spreadsheet would run as a formula gets an apostrophe in front, control
characters are taken out. Times are London's and choices are in words. Sealed columns open only where a table's
export column says `opened=True`.

    class PersonTable(HouseTable):
        export_columns = (
            Exported("Name", "preferred_name"),
            Exported("Surname", "family_name", opened=True),
            Exported("Added", "added_at"),
        )

Without `export_columns` the columns of the table are exported, each by its accessor.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db.models import Field, Model, QuerySet
from django.db.models.constants import LOOKUP_SEP

from common.dates import LONDON
from common.fields import SealedTextField, place_of
from common.sealed import Sealed, unseal
from common.tables import HouseTable
from common.text import clean

READ_AT_ONCE = 2_000  # rows fetched from the database in one go
# What Excel, LibreOffice and Google Sheets take for the start of a formula, also in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """One column of a file: its heading and a path of fields or an annotation. `words` may turn the value into another.

    `opened` opens a sealed text; without it the file says [sealed].
    """

    header: str
    path: str
    words: Callable[[Any], Any] | None = None
    opened: bool = False


class Sheet:
    """The columns of `table` over the rows of `queryset`."""

    def __init__(self, table: type[HouseTable], queryset: QuerySet) -> None:
        self.queryset = queryset
        self.columns: Sequence[Exported] = table.export_columns or _columns_of(table, queryset)
        self.paths: list[str] = []
        self.cells = [self._cell(column) for column in self.columns]

    @property
    def headers(self) -> list[str]:
        return [column.header for column in self.columns]

    def rows(self) -> Iterator[list[Any]]:
        """Plain values: text, numbers, days, times of day in London without an offset. One query."""
        # Values have no objects to hang prefetched ones on.
        values = self.queryset.prefetch_related(None).values_list(*self.paths)
        for row in values.iterator(chunk_size=READ_AT_ONCE):
            yield [cell(row) for cell in self.cells]

    def _cell(self, column: Exported) -> Callable[[Row], Any]:
        field = field_at(self.queryset.model, column.path)
        at = self._place(column.path)
        if isinstance(field, SealedTextField) and column.opened:
            ref_at = self._place(LOOKUP_SEP.join([*column.path.split(LOOKUP_SEP)[:-1], "ref"]))
            return lambda row: plain(_opened(field, row[at], row[ref_at]), column.words)
        labels = dict(getattr(field, "flatchoices", ()))
        if labels:
            return lambda row: plain(labels.get(row[at], row[at]), column.words)
        return lambda row: plain(row[at], column.words)

    def _place(self, path: str) -> int:
        self.paths.append(path)
        return len(self.paths) - 1


def _columns_of(table: type[HouseTable], queryset: QuerySet) -> list[Exported]:
    bound = table(queryset.none(), model=queryset.model)
    columns = [
        Exported(str(column.header), str(column.accessor))
        for column in bound.columns
        if not column.column.exclude_from_export
    ]
    for column in columns:
        if field_at(queryset.model, column.path) is None and column.path not in queryset.query.annotations:
            raise ImproperlyConfigured(
                f"{column.path} is no column of the database: give {table.__name__} its export_columns"
            )
    return columns


def field_at(model: type[Model], path: str) -> Field | None:
    """The field at the end of a path such as `authority__name`, or None."""
    field: Any = None
    for part in path.split(LOOKUP_SEP):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return None
        model = field.related_model or model
    return field


def _opened(field: SealedTextField, value: Any, ref: str) -> Any:
    if not isinstance(value, Sealed):
        return value
    record = cast(Model, SimpleNamespace(_meta=field.model._meta, ref=ref))
    return unseal(value, place=place_of(record, field))


def plain(value: Any, words: Callable[[Any], Any] | None = None) -> Any:
    """A value that is safe in any file."""
    if words is not None:
        value = words(value)
    if value is None or (isinstance(value, int | float | Decimal) and not isinstance(value, bool)):
        return value
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.astimezone(LONDON).replace(tzinfo=None, microsecond=0) if value.tzinfo else value
    if isinstance(value, date):
        return value
    if isinstance(value, list | tuple | set):
        value = ", ".join(str(part) for part in value)
    return safe(str(value))


def safe(text: str) -> str:
    """Text without control characters that no spreadsheet takes for a formula."""
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text
