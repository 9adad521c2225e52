"""Sheets as files: CSV for any length, streamed; Excel up to 5,000 rows."""

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from common.exports import Sheet, plain, safe

MOST_IN_EXCEL = 5_000
SENT_AT_ONCE = 500  # rows in one piece of the answer
LONGEST_CELL = 32_767  # characters: Excel's own limit, over which xlsxwriter leaves the cell empty
LARGEST_NUMBER = 10**15  # Excel rounds longer numbers
FIRST_DAY = date(1900, 3, 1)  # before it, Excel's calendar is wrong
BOM = "\ufeff"  # tells Excel that the file is UTF-8
FORMATS = {datetime: "d mmm yyyy hh:mm", date: "d mmm yyyy"}


@dataclass(frozen=True)
class Grid:
    """A short table of plain values, such as a report's, as a file."""

    headers: Sequence[str]
    lines: Sequence[Sequence[Any]]

    def rows(self) -> Iterator[list[Any]]:
        for line in self.lines:
            yield [plain(value) for value in line]


def csv_pieces(sheet: Sheet | Grid) -> Iterator[str]:
    """The file in pieces, the headings at once, so that a person sees that it has begun."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([safe(header) for header in sheet.headers])
    yield BOM + _taken(written)
    for number, row in enumerate(sheet.rows(), start=1):
        writer.writerow([_in_csv(value) for value in row])
        if number % SENT_AT_ONCE == 0:
            yield _taken(written)
    yield _taken(written)


def _taken(written: io.StringIO) -> str:
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text


def _in_csv(value: Any) -> Any:
    """Moments as `2026-11-17 14:30`, which spreadsheets know for a date in any country."""
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else value


def excel_file(sheet: Sheet | Grid, *, title: str) -> io.BytesIO:
    """A workbook of one sheet with a fixed first row, filters, and real days, times and numbers."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    page = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True})
    formats = {
        datetime: book.add_format({"num_format": "d mmm yyyy hh:mm"}),
        date: book.add_format({"num_format": "d mmm yyyy"}),
    }
    for column, header in enumerate(sheet.headers):
        page.set_column(column, column, max(14, min(40, len(header) + 4)))
        page.write_string(0, column, safe(header), bold)
    last = 0
    for last, row in enumerate(sheet.rows(), start=1):
        for column, value in enumerate(row):
            _write(page, last, column, value, formats)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, max(0, len(sheet.headers) - 1))
    book.close()
    made.seek(0)
    return made


def _write(page: Any, row: int, column: int, value: Any, formats: Mapping[type[date], Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and _day(value) >= FIRST_DAY:
        page.write_datetime(row, column, value, formats[type(value)])
    elif isinstance(value, int | float | Decimal) and _fits(value):
        page.write_number(row, column, value)
    else:
        page.write_string(row, column, str(_in_csv(value))[:LONGEST_CELL])


def _fits(value: Any) -> bool:
    return (isinstance(value, int) or math.isfinite(value)) and abs(value) < LARGEST_NUMBER


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
