"""Reading a CSV file of any kind: bytes in, rows with sentences out. It never guesses what a cell means."""

from functools import partial

from places.rules.brought import PROBLEM, Unreadable, heading, none_strange_or_twice, read_rows, without_blank_end
from places.rules.sheets import Row, Sheet, mark_twins

__all__ = ["MOST_BYTES", "MOST_ROWS", "PROBLEM", "Unreadable", "decode", "delimiter", "read_sheet"]

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5_000
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def read_sheet(raw: bytes, sheet: Sheet, *, key: str = "", most: int = MOST_ROWS) -> list[Row]:
    """The rows of a CSV file, each with what is wrong with it; raises Unreadable. Two rows of one `key` are twins."""
    text = decode(raw)
    rows = read_rows(
        text, delimiter=delimiter(text), headings=partial(_headings, sheet=sheet), columns=sheet.columns, most=most
    )
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
    typed = [heading(cell) for cell in cells]
    found = without_blank_end([sheet.synonyms.get(name, name) for name in typed])
    if missing := [column.name for column in sheet.columns if column.required and column.name not in found]:
        raise Unreadable(f"These columns are missing: {', '.join(missing)}. The first line must name the columns.")
    return none_strange_or_twice(found, [column.name for column in sheet.columns])
