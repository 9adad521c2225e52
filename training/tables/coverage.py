"""Who has finished what, as a table whose columns are the modules; coverage by job, and by region."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tables2 import Column

from common.spreadsheets import Grid
from common.tables import A, DayColumn, HouseTable, NumberColumn, TextColumn
from training.rules.matrix import Cell, Module, Row


class CellColumn(Column):
    def render(self, value: Cell) -> SafeString:
        tone = f" tag--{value.tone}" if value.tone else ""
        return format_html('<span class="tag{}">{}</span>', tone, value.words)


class _Matrix(HouseTable):
    one, many = "person", "people"
    who = TextColumn("Name", accessor="name", linkify=("training:learners-page", {"ref": A("ref")}))

    class Meta:
        empty_text = "Nobody here fits what you chose."


def matrix_table(modules: Sequence[Module], rows: Iterable[Row], *, whole: int) -> HouseTable:
    """One column for each module. `whole` is how many there are in all."""
    columns = {f"m{place}": CellColumn(module.title) for place, module in enumerate(modules)}
    made = type("MatrixTable", (_Matrix,), {**columns, "Meta": _Matrix.Meta})
    lines = [
        {"name": row.learner.name, "ref": row.learner.ref}
        | {f"m{place}": row.cells[module.key] for place, module in enumerate(modules)}
        for row in rows
    ]
    table: HouseTable = made(lines)
    table.name, table.caption = "matrix", "1 person" if whole == 1 else f"{whole:,} people"
    if len(lines) < whole:
        table.caption_note = f"{len(lines)} on this page"
    return table


def matrix_grid(modules: Sequence[Module], rows: Iterable[Row]) -> Grid:
    """The same for a file: how each stands in each module, and until when as a day of its own."""
    headers = ["Name", *(head for module in modules for head in (module.title, f"{module.title}: until"))]
    lines: list[list[Any]] = []
    for row in rows:
        cells = [row.cells[module.key] for module in modules]
        lines.append([row.learner.name, *(value for cell in cells for value in (cell.short, cell.until))])
    return Grid(headers, lines)


class JobTable(HouseTable):
    one, many = "line", "lines"
    job = TextColumn("What they do there", accessor="name")
    in_post = NumberColumn("In post", default="Not known")
    counted_on = DayColumn("Counted on", default="–")
    current = NumberColumn("Finished all and in date")
    percent = TextColumn("Of those in post", default="–")

    class Meta:
        fields = ("job", "in_post", "counted_on", "current", "percent")

    def render_percent(self, value: int) -> str:
        return f"{value}%"


class RegionTable(HouseTable):
    one, many = "line", "lines"
    region = TextColumn("Where", accessor="name")
    in_post = NumberColumn("In post")
    current = TextColumn("Finished all and in date", default="Too few to show")
    percent = TextColumn("Of those in post", default="–")

    class Meta:
        fields = ("region", "in_post", "current", "percent")
        empty_text = "No prison has said yet how many are in post."

    def render_percent(self, value: int) -> str:
        return f"{value}%"
