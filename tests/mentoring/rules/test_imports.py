from pathlib import Path

import pytest

from mentoring.columns import SHEETS
from mentoring.reading import Unreadable, read
from mentoring.rules.imports import why_not_undo

HEAD = "key,preferred_name,family_name,born_on,prison_number,crn,team"
LINE = "17,Zoë,Canary,3/4/1999,A1234BC,X123456,Yorkshire"


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}\n{LINE}\n".encode(),
        f"\ufeff{HEAD}\r\n{LINE}\r\n".encode(),
        f"{HEAD}\n{LINE}\n".encode("cp1252"),
        f"{HEAD}\n{LINE}\n".encode("utf-16"),
        f"{HEAD}\n{LINE}\n".replace(",", ";").encode(),
        f"{HEAD}\n{LINE}\n".replace(",", "\t").encode(),
    ],
    ids=["utf-8", "utf-8 with its mark", "windows-1252", "utf-16", "semicolons", "tabs"],
)
def test_a_file_is_read_however_it_was_saved(raw):
    (row,) = read(raw, "people")

    assert row.problems == []
    assert (row.cells["preferred_name"], row.cells["born_on"]) == ("Zoë", "1999-04-03")


def test_headings_of_other_systems_are_known():
    (row,) = read(
        b"Client ID,First name,Surname,DOB,NOMS number,Area\n17,Jo,Canary,1999-04-03,a1234 bc,Yorkshire\n", "people"
    )

    assert row.problems == []
    assert row.cells["key"] == "17"
    assert row.cells["prison_number"] == "A1234BC"
    assert row.cells["team"] == "Yorkshire"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (",Jo,,,,,Yorkshire", "key is empty."),
        ("17,,,,,,Yorkshire", "preferred_name is empty."),
        ("17,Jo,,31/2/1999,,,Yorkshire", "born_on must be a day"),
        ("17,Jo,,,123,,Yorkshire", "prison_number must look like A1234BC."),
        ("17,=cmd(),,,,,Yorkshire", "takes for a formula"),
        ("17,Jo,,,,,Yorkshire,more", "more cells than there are columns"),
    ],
)
def test_each_row_says_what_is_wrong_with_it(line, problem):
    (row,) = read(f"{HEAD}\n{line}\n".encode(), "people")

    assert problem in " ".join(row.problems)


def test_a_key_that_is_there_twice_is_said():
    rows = read(f"{HEAD}\n{LINE}\n{LINE}\n".encode(), "people")

    assert "Line 2" in rows[1].problems[-1]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"a\x00b", "not text"),
        (b"key,team\n1,x\n", "preferred_name"),
        (f"{HEAD},shoe_size\n".encode(), "do not know"),
        (b"key,name,first name,team\n", "there twice"),
        (HEAD.encode(), "no rows"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(raw, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(raw, "people")


def test_too_many_rows_are_refused():
    with pytest.raises(Unreadable, match="5,000"):
        read((HEAD + "\n" + "1,a,,,,,b\n" * 5_001).encode(), "people")


@pytest.mark.parametrize("kind", SHEETS)
def test_the_example_of_each_kind_has_every_column_and_nothing_wrong(kind):
    raw = (Path(__file__).parents[3] / "static/examples" / f"{kind}.csv").read_bytes()

    assert raw.decode().partition("\n")[0].split(",") == [column.name for column in SHEETS[kind].columns]
    assert [row.problems for row in read(raw, kind) if row.problems] == []


def test_notes_keep_their_lines():
    head = "key,match_key,started_at,setting,medium,happened,cause,notes"
    (row,) = read(f'{head}\nS,W,2025-02-10 14:30,custody,letter,no,mentor,"One\nTwo"\n'.encode(), "sessions")

    assert (row.problems, row.cells["notes"]) == ([], "One\nTwo")


def test_an_import_that_was_used_is_not_taken_back():
    assert why_not_undo(touched=0) == []
    assert "cannot be taken back" in why_not_undo(touched=2)[0]


def test_an_import_that_another_one_stands_on_says_which():
    assert why_not_undo(touched=2, later="Matches") == [
        "Matches that came in later belong to these records. Take that import back first."
    ]
