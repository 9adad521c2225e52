"""Spreadsheets of places on their way out: the columns in which they may come back."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from common.exports import safe
from common.spreadsheets import BOM
from places.models.sheets import Sheet
from places.planning import Plan
from places.rules.brought import PROBLEM

AT_ONCE = 500


def pieces(sheet: Sheet, records: Any) -> Iterator[str]:
    """The records as CSV, in pieces."""
    headings = [column.name for column in sheet.columns]
    return _written(headings, (sheet.cells_of(record).values() for record in records.iterator(chunk_size=AT_ONCE)))


def problems(found: Plan) -> Iterator[str]:
    """The rows of a file that have problems, as they came, with one column more that says what is wrong."""
    names = [column.name for column in found.sheet.columns]
    rows = (
        [*(outcome.row.cells.get(name, "") for name in names), " ".join(outcome.row.problems)]
        for outcome in found.problems
    )
    return _written([*names, PROBLEM], rows)


def _written(headings: list[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    written = io.StringIO()
    writer = csv.writer(written)
    written.write(BOM)
    writer.writerow(headings)
    for number, row in enumerate(rows, start=1):
        writer.writerow([safe(cell) for cell in row])
        if number % AT_ONCE == 0:
            yield _taken(written)
    yield _taken(written)


def _taken(written: io.StringIO) -> str:
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text
