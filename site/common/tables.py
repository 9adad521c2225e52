"""The house's tables: django-tables2 declares the columns, the house draws the cells.

django-tables2's own drawing looks up a column, a signature and sometimes a template for each cell, and costs
three times a plain table. Here each column is prepared once, and a cell is a value between two tags.
`render_<column>` methods, `linkify`, `attrs` and `accessor` work as its manual says. Its sorting and paging do
not: lists are sorted and cut by the database (common.listing), by the columns that have an `order_by`.

    class EstablishmentTable(HouseTable):
        name = TextColumn(order_by="name", linkify=("places:establishment", {"ref": A("ref")}))
        authority = TextColumn("Council", accessor="authority__name", order_by="authority__name")
        status = TagColumn(tones={"open": "go", "closed": "stop"})

        class Meta:
            order_by = "name"
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db.models import Model
from django.utils.safestring import SafeString, mark_safe
from django_tables2 import Column, Table
from django_tables2.data import TableData
from django_tables2.utils import A, AttributeDict

from common.cells import Cell
from common.columns import DayColumn, DaysColumn, MomentColumn, NumberColumn, TagColumn, TextColumn, YesNoColumn

__all__ = [
    "A",
    "DayColumn",
    "DaysColumn",
    "HouseTable",
    "MomentColumn",
    "NumberColumn",
    "TagColumn",
    "TextColumn",
    "YesNoColumn",
]


class Rows(TableData):
    """Rows that the database has sorted and cut already."""

    def __init__(self, rows: Sequence[Any], model: type[Model] | None = None) -> None:
        super().__init__(rows)
        self._model = model or (type(rows[0]) if rows and isinstance(rows[0], Model) else None)

    def __len__(self) -> int:
        return len(self.data)

    @property
    def model(self) -> type[Model] | None:
        return self._model

    def order_by(self, aliases: Any) -> None:
        """No second sorting in Python."""


@dataclass(frozen=True, slots=True)
class Header:
    """`url` sorts by this column; `sorted` is the value of aria-sort."""

    label: str
    attrs: SafeString
    url: str = ""
    sorted: str = ""


class HouseTable(Table):
    """`one` and `many` are the nouns of the caption ("1 visit", "12 visits"); the model's own names where left out.

    Also for a short table without a list around it: `HouseTable(records)` as `table`, and components/table.html.
    """

    one = ""
    many = ""
    export_columns: Sequence[Any] = ()
    attrs: AttributeDict
    today: date | None = None  # for columns that look at the calendar

    @classmethod
    def told(cls, **known: Any) -> type[Self]:
        """This table, knowing what day or what time it is. A class without its Meta would lose its order and words."""
        return type(cls.__name__, (cls,), {"Meta": getattr(cls, "Meta", None)} | known)

    def __init__(self, data: Any, *args: Any, model: type[Model] | None = None, **kwargs: Any) -> None:
        data = data if isinstance(data, TableData) else Rows(list(data), model)
        super().__init__(data, *args, **{"orderable": False} | kwargs)
        self.attrs = AttributeDict({"class": "table table--stack"} | dict(self.attrs))
        self.caption = ""
        self.caption_note = ""
        self.name = "table"
        self.sorting: dict[str, tuple[str, str]] = {}  # column to the address that sorts by it, and aria-sort

    @property
    def empty_sentence(self) -> str:
        return str(self.empty_text or f"There are no {nouns(type(self), self.data.model)[1]} here.")

    @property
    def headers(self) -> list[Header]:
        return [
            Header(str(bound.header), bound.attrs["th"].as_html(), *self.sorting.get(bound.name, ()))
            for bound in self.columns
        ]

    @property
    def cells(self) -> list[Cell]:
        return [Cell(bound, self, names_row=at == 0) for at, bound in enumerate(self.columns)]

    @property
    def body(self) -> Iterator[SafeString]:
        """The cells of each row, drawn."""
        cells = self.cells
        for record in self.data:
            yield mark_safe("".join([cell.draw(record) for cell in cells]))


def nouns(table: type[HouseTable], model: type[Model] | None) -> tuple[str, str]:
    """What one row is called, and several."""
    if table.one or model is None:
        one = table.one or "row"
        return one, table.many or f"{one}s"
    return str(model._meta.verbose_name), str(model._meta.verbose_name_plural)


def sortable(table: type[HouseTable]) -> dict[str, Column]:
    """The columns that may be sorted by: those that say so with `order_by`."""
    return {name: column for name, column in table.base_columns.items() if column.order_by is not None}
