"""The pack as a document: tagged, numbered, black on white, and named after nobody."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from casefiles_support.printing_packs import pack_pdf
from casefiles_support.rules.packs import Appointment, Asked, PackFacts, Promise
from law.access_clock import Fact, work_out
from tests.conftest import NOW

ON = date(2026, 11, 28)
CLOCK = work_out(facts=[Fact("received", date(2026, 11, 25))], on=ON)
FACTS = {
    "name": "Jo", "number": "A1234BC", "printed_on": ON, "asked": (Asked("Leeds City Council", "running", CLOCK),),
    "promises": (Promise("Alex comes to see you", date(2026, 12, 3)),), "ring": "0113 496 0000",
    "appointment": Appointment(on=date(2026, 12, 8), time="1pm", tonight=True),
}  # fmt: skip


def made(*, large=False, **values):
    return PdfReader(io.BytesIO(pack_pdf(PackFacts(**{**FACTS, **values}), large=large, at=NOW)))


def words(page):
    return " ".join(page.extract_text().split())


def test_it_is_a_cover_nine_numbered_pages_and_a_side_of_slips():
    cover, *pages, slips = (words(page) for page in made().pages)

    assert [re.search(r"Page \d+ of \d+", page)[0] for page in pages] == [f"Page {n} of 9" for n in range(1, 10)]
    assert cover.startswith("Private papers Jo")
    assert "Private appointment" in slips
    assert "Please check in tonight" in slips
    assert "Page" not in slips


def test_every_page_says_what_it_is_whose_it_is_and_how_to_reach_us():
    for large in (False, True):
        _, *pages, _ = (words(page) for page in made(large=large).pages)

        assert all("Private papers of Jo. Printed on Saturday 28 November 2026." in page for page in pages)
        assert all("Ring us: 0113 496 0000." in page for page in pages)


def test_large_print_numbers_all_of_its_pages():
    _, *pages, _ = (words(page) for page in made(large=True).pages)
    last = len(pages)

    assert last > 9
    assert [re.search(r"Page \d+ of \d+", page)[0] for page in pages] == [
        f"Page {n} of {last}" for n in range(1, last + 1)
    ]


@pytest.mark.parametrize(("large", "size"), [(False, 14), (True, 18)])
def test_its_words_are_as_large_as_was_promised(large, size):
    sizes = []
    made(large=large).pages[1].extract_text(
        visitor_text=lambda text, _, matrix, font, points: (
            sizes.append(round(points * matrix[0])) if text.strip() else None
        )
    )

    assert max(set(sizes), key=sizes.count) == size


def test_it_has_no_colour():
    for page in made().pages:
        content = page.get_contents().get_data().decode("latin-1")
        colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)\b", content)
        assert {one for one in colours if len(set(one)) > 1} == set()


def test_it_is_tagged_and_its_title_names_nobody():
    reader = made()
    root = reader.trailer["/Root"]

    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert reader.metadata.title == "Private papers"


def test_welsh_pages_say_that_nobody_fluent_has_read_them_yet():
    reader = made(lang="cy")
    _, *pages, slips = (words(page) for page in reader.pages)
    unread = "Nid yw siaradwr rhugl wedi gwirio’r Gymraeg hon eto."

    assert reader.trailer["/Root"]["/Lang"].startswith("cy")
    assert "Tudalen 1 o 9" in pages[0]
    assert unread in pages[0]
    assert unread in slips
    assert unread not in pages[-1]


def test_what_people_typed_is_printed_and_never_run():
    said = words(made(promises=(Promise('#eval("1") *b* $x$ @ref', date(2026, 12, 3)),)).pages[1])

    assert '#eval("1") *b* $x$ @ref' in said
