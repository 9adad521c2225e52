"""Reading a file of places that somebody brings: bytes in, rows with sentences out. It never guesses."""

import csv
import io
from collections.abc import Iterable, Sequence

from common.text import clean
from places.rules.sheets import Column, Row, in_form, looks_like_a_formula, unguard

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 10_000
PROBLEM = "problem"  # the column that an error file has more; it is ignored when the file comes back
NOT_TEXT = {
    b"PK\x03\x04": "This is an Excel workbook, not a CSV file. In Excel choose “Save as”, then “CSV UTF-8”.",
    b"\xd0\xcf\x11\xe0": "This is an old Excel file, not a CSV file. In Excel choose “Save as”, then “CSV UTF-8”.",
    b"\xff\xfe": "This file is saved as UTF-16. Save it again as “CSV UTF-8”.",
    b"\xfe\xff": "This file is saved as UTF-16. Save it again as “CSV UTF-8”.",
    b"%PDF": "This is a PDF, not a CSV file.",
}


class Unreadable(Exception):
    """The file as a whole cannot be read; the message is a sentence for whoever brought it."""


def read(raw: bytes, columns: Sequence[Column]) -> list[Row]:
    """The rows of a CSV file with exactly these columns, in any order; raises Unreadable."""
    text = decode(raw)
    names = [column.name for column in columns]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text, names))
    try:
        headings = _headings(next(lines, []), names)
        rows = []
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(_row(lines.line_num, cells, headings, columns))
            if len(rows) > MOST_ROWS:
                raise Unreadable(f"This file has more than {MOST_ROWS:,} rows. Split it into smaller files.")
    except csv.Error:
        raise Unreadable(
            f"Line {lines.line_num} cannot be read. Look for a quotation mark that is never closed."
        ) from None
    if not rows:
        raise Unreadable("This file has headings but no rows.")
    return rows


def decode(raw: bytes) -> str:
    """Text from UTF-8 bytes, with or without a byte order mark; raises Unreadable."""
    if not raw.strip():
        raise Unreadable("This file is empty.")
    for start, sentence in NOT_TEXT.items():
        if raw.startswith(start):
            raise Unreadable(sentence)
    if b"\x00" in raw:
        raise Unreadable("This is not a CSV file: it holds characters that are not text.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as found:
        line = raw.count(b"\n", 0, found.start) + 1
        raise Unreadable(
            f"Line {line} has a letter that we cannot read. The file may be saved the older Windows way "
            "(Windows-1252). In Excel choose “Save as”, then “CSV UTF-8”, and bring that file."
        ) from None


def delimiter(text: str, names: Iterable[str]) -> str:
    """Comma, semicolon or tab: whichever finds most of the headings in the first line."""
    first, wanted = text.partition("\n")[0], set(names)
    return max(",;\t", key=lambda mark: len(wanted & {_heading(cell) for cell in first.split(mark)}))


def _heading(cell: str) -> str:
    return clean(cell, lines=False).strip("\"'").casefold().replace(" ", "_")


def _headings(cells: list[str], names: list[str]) -> list[str]:
    found = [_heading(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    if not set(found) & set(names):
        raise Unreadable(f"The first line must name the columns: {', '.join(names)}.")
    if missing := [name for name in names if name not in found]:
        raise Unreadable(f"These columns are missing: {', '.join(missing)}.")
    if unknown := [name or "(no name)" for name in found if name not in names and name != PROBLEM]:
        raise Unreadable(f"We do not know these columns: {', '.join(unknown)[:200]}. Take them out.")
    if twice := sorted({name for name in found if found.count(name) > 1}):
        raise Unreadable(f"These columns are there twice: {', '.join(twice)}.")
    return found


def _row(line: int, cells: list[str], headings: list[str], columns: Sequence[Column]) -> Row:
    row = Row(line, {})
    if any(cell.strip() for cell in cells[len(headings) :]):
        row.problems.append("This line has more cells than there are columns.")
    if len(cells) < len(headings):
        row.problems.append("This line has fewer cells than there are columns.")
    given = dict(zip(headings, cells, strict=False))
    for column in columns:
        raw = clean(given.get(column.name, ""), lines=False)
        row.cells[column.name] = unguard(raw)
        try:
            if looks_like_a_formula(raw, column):
                raise ValueError(f"starts with {raw[0]}, which a spreadsheet takes for a formula. Write it in words.")
            row.cells[column.name] = in_form(unguard(raw), column)
        except ValueError as wrong:
            row.problems.append(f"{column.name} {wrong}")
    return row
