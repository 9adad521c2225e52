"""Reading the files that people bring: everything they can do to a CSV file, and the sentence that answers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.models import SHEETS
from places.models.sheets import COUNCILS
from places.rules.brought import Unreadable
from places.rules.loading import MOST_ROWS, read
from places.rules.sheets import day, telephone, yes

HEADINGS = "gss_code,name,welsh_name,nation,region,kind,children_services_by,note"
LEEDS = "E08000035,Leeds,,E,Yorkshire and The Humber,metropolitan,,"


def rows_of(*lines: str, headings: str = HEADINGS):
    return read("\n".join([headings, *lines]).encode(), COUNCILS.columns)


def problems_of(line: str) -> list[str]:
    return rows_of(line)[0].problems


def test_a_row_is_read():
    (row,) = rows_of(LEEDS)

    assert row.line == 2
    assert row.problems == []
    assert row.cells["name"] == "Leeds"


@pytest.mark.parametrize(
    "raw",
    [
        f"\ufeff{HEADINGS}\n{LEEDS}",
        f"{HEADINGS}\n{LEEDS}".replace(",", ";"),
        f"{HEADINGS}\n{LEEDS}".replace(",", "\t"),
        f"{HEADINGS}\n{LEEDS}".replace("\n", "\r\n"),
        f"{HEADINGS.upper()}\n\n{LEEDS}\n\n",
        f"{HEADINGS},problem\n{LEEDS},Something was wrong here.",
        f"{HEADINGS.replace('_', ' ')},,\n{LEEDS},,",
        f"{HEADINGS}\nE08000035,Le\x07eds\u202e,,England,yorkshire and the humber,Metropolitan borough,,",
    ],
    ids=["BOM", "semicolons", "tabs", "CRLF", "capitals", "error file", "spaces", "labels and control characters"],
)
def test_what_spreadsheets_do_to_a_file_is_forgiven(raw):
    (row,) = read(raw.encode(), COUNCILS.columns)

    assert row.problems == []
    assert row.cells == rows_of(LEEDS)[0].cells


def test_columns_may_come_in_any_order():
    backwards = ",".join(reversed(HEADINGS.split(",")))

    (row,) = rows_of(",".join(reversed(LEEDS.split(","))), headings=backwards)

    assert row.cells == rows_of(LEEDS)[0].cells


@pytest.mark.parametrize(
    "raw, sentence",
    [
        (b"", "This file is empty."),
        (b"\xef\xbb\xbf  \n", "must name the columns"),
        (f"{HEADINGS}\nE1,Ynys M\xf4n,,".encode("cp1252"), "Line 2 has a letter that we cannot read"),
        (f"{HEADINGS}\n{LEEDS}".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04\x14\x00", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel file"),
        (b"%PDF-1.7", "PDF"),
        (b"gss_code,name\x00", "not text"),
        (b"town,mayor\nLeeds,Ann", "must name the columns: gss_code, name"),
        (f"{HEADINGS.replace(',note', '')}\nx".encode(), "These columns are missing: note."),
        (f"{HEADINGS},mayor\nx".encode(), "We do not know these columns: mayor."),
        (f"{HEADINGS},name\nx".encode(), "These columns are there twice: name."),
        (HEADINGS.encode(), "headings but no rows"),
        (f'{HEADINGS}\n"{"x" * 140_000}'.encode(), "never closed"),
        ("\n".join([HEADINGS, *([LEEDS] * (MOST_ROWS + 1))]).encode(), "more than 10,000 rows"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_with_a_sentence(raw, sentence):
    with pytest.raises(Unreadable, match=".*") as found:
        read(raw, COUNCILS.columns)

    assert sentence in str(found.value)


@pytest.mark.parametrize(
    "line, sentence",
    [
        (LEEDS.replace("Leeds", ""), "name is empty."),
        (LEEDS.replace("E08000035", "Leeds"), "gss_code must look like E08000035."),
        (LEEDS.replace("metropolitan", "parish"), "kind must be one of: county, unitary"),
        (LEEDS.replace("Leeds", "L" * 101), "name is longer than 100 letters."),
        (LEEDS + "=HYPERLINK(1)", "note starts with =, which a spreadsheet takes for a formula."),
        (LEEDS + "@SUM(1)", "note starts with @"),
        (LEEDS + "+1", "note starts with +"),
        (LEEDS + "-1", "note starts with -"),
        (LEEDS + "x,,y", "This line has more cells than there are columns."),
        ("E08000035,Leeds", "This line has fewer cells than there are columns."),
    ],
)
def test_a_row_that_will_not_do_says_why(line, sentence):
    assert any(problem.startswith(sentence) for problem in problems_of(line)), problems_of(line)


def test_an_apostrophe_from_our_own_export_is_taken_off():
    (row,) = rows_of(LEEDS + "'=1+1")

    assert row.cells["note"] == "=1+1"
    assert row.problems == []


@pytest.mark.parametrize("typed", ["2026-11-22", "22/11/2026"])
def test_a_day_is_read(typed):
    assert day(typed) == "2026-11-22"


@pytest.mark.parametrize(
    "shape, typed", [(day, "31/02/2026"), (day, "soon"), (day, "1066-10-14"), (yes, "perhaps"), (telephone, "ring me")]
)
def test_a_cell_of_the_wrong_shape_is_refused(shape, typed):
    with pytest.raises(ValueError):
        shape(typed)


@pytest.mark.parametrize("typed", ["0113 496 0000", "+44 113 496 0000", "(0113) 496 0000 ext 12"])
def test_a_telephone_number_is_read(typed):
    assert telephone(typed) == typed


@given(raw=st.binary(max_size=300), kind=st.sampled_from(sorted(SHEETS)), headed=st.booleans())
def test_no_bytes_at_all_break_the_reader(raw, kind, headed):
    sheet = SHEETS[kind]
    headings = ",".join(column.name for column in sheet.columns).encode() + b"\n" if headed else b""
    try:
        read(headings + raw, sheet.columns)
    except Unreadable as found:
        assert str(found).endswith(".")
