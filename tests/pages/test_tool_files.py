"""Tools as files: to print, and to change in a word processor."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from pages.models import ToolPage

pytestmark = pytest.mark.django_db


def test_the_word_file_has_headings_lists_and_tables(client, tool):
    got = client.get("/tools/who-does-what/1.docx")
    made = Document(BytesIO(got.content))
    styles = [(one.style.name, one.text) for one in made.paragraphs]

    assert len(got.content) < 100_000
    assert dict(got.cookies) == {}
    assert made.core_properties.title == "Who does what: a protocol for prison, probation and council"
    assert made.core_properties.language == "en-GB"
    assert ("Heading 2", "What the law says") in styles
    assert [text for name, text in styles if name == "Heading 1"] == [made.core_properties.title]
    assert any(name == "List Bullet" and "section 23CZB" in text for name, text in styles)
    assert made.tables[0].rows[0].cells[1].text == "Who"
    assert b"tblHeader" in made.tables[0]._tbl.xml.encode()
    assert made.styles.element.xpath("//w:rPrDefault//w:lang/@w:val") == ["en-GB"]
    assert any("has not been read by a lawyer" in text for _, text in styles)


def test_the_pdf_is_tagged_and_says_which_version_it_is(client, tool):
    got = client.get("/tools/consent-to-share/1.pdf")
    read = PdfReader(BytesIO(got.content))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())

    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.metadata.title == "May we share this? A consent form"
    assert "Version 1" in text
    assert "You can take it back" in text
    assert "/tools/consent-to-share/1/" in text


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_cache_asks_after_a_minute_and_is_told_in_a_few_bytes_that_it_has_the_file(client, tool, kind):
    address = f"/tools/who-does-what/1.{kind}"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, again.content) == (304, b"")

    ToolPage.objects.get(pk=tool.pk).unpublish()
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 404
