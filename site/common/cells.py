"""Drawing the cells of a table: each column is prepared once, then a cell is a value between two tags."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django_tables2 import Column, Table
from django_tables2.columns.base import BoundColumn
from django_tables2.rows import BoundRow
from django_tables2.utils import A, signature

# The opening and the closing tag of a cell. The first cell of a row names it for people who cannot see the table.
NAME = ('<th scope="row" role="rowheader" data-label="{}"{}>', SafeString("</th>"))
CELL = ('<td role="cell" data-label="{}"{}>', SafeString("</td>"))


class Cell:
    """One column, prepared for all its rows."""

    def __init__(self, bound: BoundColumn, table: Table, *, names_row: bool) -> None:
        self.bound, self.table = bound, table
        self.empty = bound.default
        self.empty_values = bound.column.empty_values
        self.parts = bound.accessor.split("__")
        self.labels = _labels(bound.accessor, table.data.model)
        self.is_plain = getattr(bound.render, "__func__", None) is Column.render
        self.render = _with_what_it_takes(bound.render)
        link = bound.link
        self.link_attrs = bool(link and link.attrs)
        self.address = _with_what_it_takes(link.url or link.compose_url) if link else None
        opening, self.close = NAME if names_row else CELL
        self.open = format_html(opening, bound.header, _with_space(bound.attrs["td"].as_html()))

    def draw(self, record: Any) -> str:
        return f"{self.open}{conditional_escape(self.content(record))}{self.close}"

    def content(self, record: Any) -> Any:
        raw = self.raw(record)
        if raw is None or (raw in self.empty_values if self.empty_values else False):
            return self.empty
        value = self.labels.get(raw, raw) if self.labels else raw
        if self.is_plain and not self.address:
            return value
        offered = {
            "value": value, "raw": raw, "record": record, "column": self.bound.column,
            "bound_column": self.bound, "table": self.table,
        }  # fmt: skip
        content = value if self.is_plain else self.render(offered)
        return self.linked(content, offered) if self.address else content

    def linked(self, content: Any, offered: dict[str, Any]) -> Any:
        if self.link_attrs:
            return self.bound.link(content, **offered)
        url = self.address(offered) if self.address else None
        return content if url is None else format_html('<a href="{}">{}</a>', url, content)

    def raw(self, record: Any) -> Any:
        value = record
        for part in self.parts:
            try:
                value = value[part] if isinstance(value, dict) else getattr(value, part)
            except ObjectDoesNotExist:
                return None
            if callable(value) and not getattr(value, "alters_data", False):
                value = value()
            if value is None:
                return None
        return value


def _with_what_it_takes(function: Callable[..., Any]) -> Callable[[dict[str, Any]], Any]:
    """`function`, to be called with all that there is to offer. Its signature is read once, not for each cell."""
    wanted, takes_all = signature(function)
    needs_row = takes_all or "bound_row" in wanted

    def call(offered: dict[str, Any]) -> Any:
        if needs_row:
            offered = {**offered, "bound_row": BoundRow(offered["record"], offered["table"])}
        return function(**offered) if takes_all else function(**{name: offered[name] for name in wanted})

    return call


def _with_space(attrs: SafeString) -> SafeString:
    return mark_safe(f" {attrs}") if attrs else SafeString("")  # made by as_html, which escapes


def _labels(accessor: str, model: type[Model] | None) -> dict[Any, Any]:
    """The labels of a column with choices."""
    field = A(accessor).get_field(model) if model else None
    if field is None or field.name != accessor.rsplit("__", 1)[-1]:
        return {}
    return dict(getattr(field, "flatchoices", ()))
