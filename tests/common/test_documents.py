"""What comes out of the house on paper: tagged, in English, named after nobody, and never run as a program."""

import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader

from common import documents
from tests.conftest import NOW

NASTY = '#eval("1") #read("/etc/passwd") $x$ *b* _i_ @ref <label> // no \\ `raw` = Heading #panic("x")'


def made(**values) -> PdfReader:
    return PdfReader(io.BytesIO(documents.pdf("plain", title="A test", at=NOW, **values)))


def text(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def names(reader: PdfReader) -> set[str]:
    """The names of every tag in the document's structure."""
    found, todo = set(), [reader.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            todo += node
        elif isinstance(node, dict):
            found.add(node.get("/S"))
            todo.append(node.get("/K"))
    return found


def test_it_is_a_tagged_document_in_british_english_with_a_title():
    section = {"heading": "Part", "paragraphs": ["Words"], "headings": ["When", "Who"], "rows": [["Monday", "Jo"]]}
    reader = made(sections=[section])
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "A test"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD"} <= names(reader)


def test_it_is_set_in_the_typeface_of_the_house():
    fonts = {str(font.get_object()["/BaseFont"]) for font in made().pages[0]["/Resources"]["/Font"].values()}

    assert all("AtkinsonHyperlegible" in font for font in fonts)


def test_what_people_typed_is_printed_and_never_run():
    said = text(made(sections=[{"heading": NASTY, "paragraphs": [NASTY], "facts": [{"name": NASTY, "value": NASTY}]}]))

    joined = re.sub(r"\s+", "", said)
    assert joined.count(re.sub(r"\s+", "", NASTY)) == 4
    assert "root:" not in said


@pytest.mark.parametrize("name", ["Zoë Łukasz", "Ŵyn", "Иван", "a\x00b\x1f", "a\u202eb", "x" * 5_000])
def test_every_name_can_be_printed(name):
    assert made(sections=[{"paragraphs": [name]}]).pages


def test_a_letter_that_no_font_has_becomes_a_question_mark():
    said = text(made(sections=[{"paragraphs": ["李 and Zoë 😀 of Leeds"]}]))

    assert "? and Zoë ? of Leeds" in said


def test_large_print_is_larger():
    long = [{"paragraphs": ["Many words. " * 300]}]

    assert len(made(sections=long, large=True).pages) > len(made(sections=long).pages)


def test_it_stops_when_it_takes_too_long(monkeypatch):
    monkeypatch.setattr(documents, "SECONDS", 0.001)

    with pytest.raises(documents.CannotMake, match="longer than"):
        made()


def test_it_refuses_more_than_a_document_can_hold():
    with pytest.raises(documents.CannotMake, match="too many"):
        made(sections=[{"paragraphs": ["x" * 2_100_000]}])


def test_a_template_that_is_not_there_is_a_fault_and_no_file_outside_is_read():
    with pytest.raises(documents.CannotMake):
        documents.pdf("nothing", title="A test", at=NOW)
    with pytest.raises(documents.CannotMake):
        documents.pdf("../../README", title="A test", at=NOW)


def test_no_template_names_a_package_of_the_network():
    homes = Path(settings.ROOT / "templates" / "typst").rglob("*.typ")

    assert [home.name for home in homes if re.search(r"@(preview|local)", home.read_text())] == []


def test_a_qr_code_is_a_drawing_without_words():
    drawn = documents.qr("ABCD-EFGH")

    assert drawn.startswith("<svg")
    assert "ABCD" not in drawn


def test_the_answer_is_shown_in_place_under_a_name_that_says_nothing():
    answer = documents.respond(b"%PDF-1.7 ...", name="sheets", at=NOW)

    assert answer.streaming
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="sheets-2026-11-22.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_it_says_when_it_was_made_and_not_where():
    metadata = made().metadata

    assert metadata.creation_date == NOW
    assert metadata.author == "Alongside"
