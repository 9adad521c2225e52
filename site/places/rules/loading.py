"""Reading a file of places that somebody brings: bytes in, rows with sentences out. It never guesses."""

from collections.abc import Iterable, Sequence
from functools import partial

from places.rules.brought import Unreadable, heading, none_strange_or_twice, read_rows, without_blank_end
from places.rules.sheets import Column, Row

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 10_000
NOT_TEXT = {
    b"PK\x03\x04": "This is an Excel workbook, not a CSV file. In Excel choose “Save as”, then “CSV UTF-8”.",
    b"\xd0\xcf\x11\xe0": "This is an old Excel file, not a CSV file. In Excel choose “Save as”, then “CSV UTF-8”.",
    b"\xff\xfe": "This file is saved as UTF-16. Save it again as “CSV UTF-8”.",
    b"\xfe\xff": "This file is saved as UTF-16. Save it again as “CSV UTF-8”.",
    b"%PDF": "This is a PDF, not a CSV file.",
}


def read(raw: bytes, columns: Sequence[Column]) -> list[Row]:
    """The rows of a CSV file with exactly these columns, in any order; raises Unreadable."""
    text = decode(raw)
    names = [column.name for column in columns]
    return read_rows(
        text, delimiter=delimiter(text, names), headings=partial(_headings, names=names), columns=columns,
        most=MOST_ROWS, whole=True,
    )  # fmt: skip


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
    return max(",;\t", key=lambda mark: len(wanted & {heading(cell) for cell in first.split(mark)}))


def _headings(cells: list[str], names: list[str]) -> list[str]:
    found = without_blank_end([heading(cell) for cell in cells])
    if not set(found) & set(names):
        raise Unreadable(f"The first line must name the columns: {', '.join(names)}.")
    if missing := [name for name in names if name not in found]:
        raise Unreadable(f"These columns are missing: {', '.join(missing)}.")
    return none_strange_or_twice(found, names)
