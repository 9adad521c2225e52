"""Reading a CSV file of any kind: bytes in, rows with sentences out. It never guesses what a cell means."""

import csv
import io
from collections.abc import Sequence

from common.text import clean
from places.rules.sheets import Column, Row, Sheet, in_form, looks_like_a_formula, mark_twins, unguard

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5_000
PROBLEM = "problem"  # the column that an error file has more; it is passed over when the file comes back
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


class Unreadable(Exception):
    """The file as a whole cannot be read; the message is a sentence for whoever brought it."""


def read_sheet(raw: bytes, sheet: Sheet, *, key: str = "", most: int = MOST_ROWS) -> list[Row]:
    """The rows of a CSV file, each with what is wrong with it; raises Unreadable. Two rows of one `key` are twins."""
    text = decode(raw)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    rows: list[Row] = []
    try:
        headings = _headings(next(lines, []), sheet)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(_row(lines.line_num, cells, headings, sheet.columns))
            if len(rows) > most:
                raise Unreadable(f"This file has more than {most:,} rows. Split it into smaller files.")
    except csv.Error:
        raise Unreadable(f"Line {lines.line_num} cannot be read. Look for a quotation mark that stays open.") from None
    if not rows:
        raise Unreadable("This file has headings but no rows.")
    if key:
        mark_twins(rows, lambda row: row.cells[key].casefold())
    return rows


def decode(raw: bytes) -> str:
    """Text from UTF-8, UTF-16 (with its mark) or Windows-1252; raises Unreadable."""
    if not raw.strip():
        raise Unreadable("This file is empty.")
    if raw.startswith(WORKBOOKS):
        raise Unreadable("This is a workbook or a PDF, not a CSV file. In Excel choose “Save as”, then “CSV UTF-8”.")
    sixteen = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if sixteen else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise Unreadable("This is not a CSV file: it holds characters that are not text.")


def delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever parts the first line most often."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _headings(cells: list[str], sheet: Sheet) -> list[str]:
    typed = [clean(cell, lines=False).strip("\"'").casefold().replace(" ", "_") for cell in cells]
    found = [sheet.synonyms.get(name, name) for name in typed]
    while found and not found[-1]:
        found.pop()
    names = [column.name for column in sheet.columns]
    if missing := [column.name for column in sheet.columns if column.required and column.name not in found]:
        raise Unreadable(f"These columns are missing: {', '.join(missing)}. The first line must name the columns.")
    if unknown := [name or "(no name)" for name in found if name not in [*names, PROBLEM]]:
        raise Unreadable(f"We do not know these columns: {', '.join(unknown)[:200]}. Take them out.")
    if twice := sorted({name for name in found if found.count(name) > 1}):
        raise Unreadable(f"These columns are there twice: {', '.join(twice)}.")
    return found


def _row(line: int, cells: list[str], headings: list[str], columns: Sequence[Column]) -> Row:
    row = Row(line, {})
    if any(cell.strip() for cell in cells[len(headings) :]):
        row.problems.append("This line has more cells than there are columns.")
    given = dict(zip(headings, cells, strict=False))
    for column in columns:
        raw = clean(given.get(column.name, ""), lines=column.has_lines).strip()
        row.cells[column.name] = unguard(raw)
        try:
            if looks_like_a_formula(raw, column):
                raise ValueError(f"starts with {raw[0]}, which a spreadsheet takes for a formula. Write it in words.")
            written = unguard(raw)
            row.cells[column.name] = in_form(written.replace(" ", "") if column.no_spaces else written, column)
        except ValueError as wrong:
            row.problems.append(f"{column.name} {wrong}")
    return row
