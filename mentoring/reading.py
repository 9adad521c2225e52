"""Reading a file from another system: bytes in, rows with sentences out. It never guesses what a cell means."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from common.text import clean
from mentoring.rules.imports import KEY
from places.rules.sheets import Column, Row, day, in_form, looks_like_a_formula, mark_twins, pattern, unguard

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5_000
PROBLEM = "problem"  # the column that an error file has more; it is passed over when the file comes back
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


class Unreadable(Exception):
    """The file as a whole cannot be read; the message is a sentence for whoever brought it."""


@dataclass(frozen=True)
class Sheet:
    """The columns of one kind of file, and what other systems call them."""

    columns: tuple[Column, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)


_KEY = Column(KEY, required=True, most=60)
_PERSON = (
    Column("preferred_name", required=True, most=60),
    Column("family_name", most=100),
    Column("born_on", day),
)
_TEAM = Column("team", required=True, most=100)
_SYNONYMS = {
    "id": KEY, "ref": KEY, "reference": KEY, "client_id": KEY, "case_id": KEY, "external_id": KEY,
    "name": "preferred_name", "first_name": "preferred_name", "forename": "preferred_name",
    "given_name": "preferred_name", "known_as": "preferred_name",
    "surname": "family_name", "last_name": "family_name",
    "dob": "born_on", "d.o.b.": "born_on", "date_of_birth": "born_on", "birth_date": "born_on",
    "nomis": "prison_number", "nomis_number": "prison_number", "noms_number": "prison_number",
    "prison_no": "prison_number", "ndelius": "crn", "crn_number": "crn", "probation_number": "crn",
    "project": "team", "area": "team",
    "start_date": "joined_on", "started": "joined_on", "date_joined": "joined_on",
}  # fmt: skip
SHEETS = {
    "people": Sheet(
        (
            _KEY,
            *_PERSON,
            Column("prison_number", pattern(r"[A-Z][0-9]{4}[A-Z]{2}", "A1234BC")),
            Column("crn", pattern(r"[A-Z][0-9]{6}", "X123456")),
            _TEAM,
        ),
        _SYNONYMS,
    ),
    "mentors": Sheet((_KEY, *_PERSON, _TEAM, Column("joined_on", day, required=True)), _SYNONYMS),
}


def read(raw: bytes, kind: str) -> list[Row]:
    """The rows of a CSV file, each with what is wrong with it; raises Unreadable."""
    sheet, text = SHEETS[kind], decode(raw)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    rows: list[Row] = []
    try:
        headings = _headings(next(lines, []), sheet)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(_row(lines.line_num, cells, headings, sheet.columns))
            if len(rows) > MOST_ROWS:
                raise Unreadable(f"This file has more than {MOST_ROWS:,} rows. Split it into smaller files.")
    except csv.Error:
        raise Unreadable(f"Line {lines.line_num} cannot be read. Look for a quotation mark that stays open.") from None
    if not rows:
        raise Unreadable("This file has headings but no rows.")
    mark_twins(rows, lambda row: row.cells[KEY].casefold())
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
        raw = clean(given.get(column.name, ""), lines=False)
        row.cells[column.name] = unguard(raw)
        try:
            if looks_like_a_formula(raw, column):
                raise ValueError(f"starts with {raw[0]}, which a spreadsheet takes for a formula. Write it in words.")
            row.cells[column.name] = in_form(unguard(raw).replace(" ", "") if column.name in ("prison_number", "crn")
                                             else unguard(raw), column)  # fmt: skip
        except ValueError as wrong:
            row.problems.append(f"{column.name} {wrong}")
    return row
