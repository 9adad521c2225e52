"""Lines of a CSV file that is brought in, as rows. Who calls says how it is decoded and which headings it needs."""

import csv
import io
from collections.abc import Callable, Collection, Sequence

from common.text import clean
from places.rules.sheets import Column, Row, in_form, looks_like_a_formula, unguard

PROBLEM = "problem"  # the column that an error file has more; it is passed over when the file comes back


class Unreadable(Exception):
    """The file as a whole cannot be read; the message is a sentence for whoever brought it."""


def read_rows(
    text: str, *, delimiter: str, headings: Callable[[list[str]], list[str]], columns: Sequence[Column], most: int,
    whole: bool = False,
) -> list[Row]:  # fmt: skip
    """`headings` turns the first line into the names of columns, or raises Unreadable, as this does. In a file that is
    `whole` a line with fewer cells than headings is wrong.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        names = headings(next(lines, []))
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(_row(lines.line_num, cells, names, columns, whole))
            if len(rows) > most:
                raise Unreadable(f"This file has more than {most:,} rows. Split it into smaller files.")
    except csv.Error:
        raise Unreadable(
            f"Line {lines.line_num} cannot be read. Look for a quotation mark that is never closed."
        ) from None
    if not rows:
        raise Unreadable("This file has headings but no rows.")
    return rows


def heading(cell: str) -> str:
    return clean(cell, lines=False).strip("\"'").casefold().replace(" ", "_")


def without_blank_end(names: list[str]) -> list[str]:
    """A spreadsheet leaves empty cells behind the last heading."""
    while names and not names[-1]:
        names = names[:-1]
    return names


def none_strange_or_twice(found: list[str], known: Collection[str]) -> list[str]:
    """The headings as they are; raises Unreadable where one is not among `known`, or stands there twice."""
    if unknown := [name or "(no name)" for name in found if name not in known and name != PROBLEM]:
        raise Unreadable(f"We do not know these columns: {', '.join(unknown)[:200]}. Take them out.")
    if twice := sorted({name for name in found if found.count(name) > 1}):
        raise Unreadable(f"These columns are there twice: {', '.join(twice)}.")
    return found


def _row(line: int, cells: list[str], headings: list[str], columns: Sequence[Column], whole: bool) -> Row:
    row = Row(line, {})
    if any(cell.strip() for cell in cells[len(headings) :]):
        row.problems.append("This line has more cells than there are columns.")
    if whole and len(cells) < len(headings):
        row.problems.append("This line has fewer cells than there are columns.")
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
