"""A letter on paper, as a person with an envelope or a screen reader meets it."""

import io
from datetime import datetime

import pytest
from pypdf import PdfReader

from casefiles_support.printing_letters import letter_pdf
from casefiles_support.rules import letter_texts as texts
from common.dates import LONDON

AT = datetime(2026, 11, 28, 12, tzinfo=LONDON)
ADDRESS = "Records Officer\nLeeds City Council\nLeeds\nLS2 8BB"
OUTSIDE = ("care file", "social services", "social care", "abuse", "subject access", "records")
KNOWN = {"name": "Jo Carter", "born": "14 May 1991", "everything": "yes", "custody": "yes", "prison": "HMP Wealstun",
         "prison_number": "A1234BC", "paper": "yes", "proofs": ["a copy of my passport"], "supporter": "Alex Reid",
         "supporter_phone": "0113 496 0123", "proof_and_authority": "yes", "keepsakes": "yes"}  # fmt: skip


def printed(code="request", language="en", **told):
    sender = ["Jo Carter", "A1234BC", "HMP Wealstun", "LS23 7AZ"]
    text = texts.exact_text(texts.write(texts.load(code, language), KNOWN), sender=sender)
    made = letter_pdf(text=text, address=ADDRESS, language=language, reference="7h2k", at=AT, **told)
    return PdfReader(io.BytesIO(made))


def words_of(document):
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def test_the_letter_says_who_writes_to_whom_and_what():
    words = words_of(printed())

    assert "Jo Carter A1234BC HMP Wealstun" in words
    assert "Records Officer Leeds City Council" in words
    assert "28 November 2026 Dear Records Officer" in words
    assert "Please do not post the records before you have telephoned Alex Reid on 0113 496 0123" in words
    assert "Page 1 of 1" in words


def test_the_welsh_letter_is_welsh_to_its_last_word():
    document = printed(language="cy")
    words = words_of(document)

    assert "28 Tachwedd 2026 Annwyl Swyddog Cofnodion" in words
    assert "Tudalen 1 o" in words
    assert "Dear" not in words
    assert document.trailer["/Root"]["/Lang"].startswith("cy")


def test_it_is_tagged_for_a_screen_reader():
    root = printed().trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


def test_large_print_is_large():
    sizes = []
    printed(large=True).pages[-1].extract_text(visitor_text=lambda words, cm, tm, font, size: sizes.append(size))

    assert max(sizes) >= 18


def test_nothing_outside_says_what_it_is_about():
    """The file's own name and title, and what a window shows: the address."""
    said = f"{printed().metadata.title} {ADDRESS}".casefold().replace("records officer", "")

    assert [word for word in OUTSIDE if word in said] == []


@pytest.mark.parametrize("large", [False, True])
def test_only_the_address_stands_in_the_window(large):
    """From 44 to 92 mm below the top and from 20 to 110 mm from the left, wherever the sheet slips in its envelope."""
    seen = []

    def visit(words, cm, tm, font, size):
        x, y = (tm[4] * cm[n] + tm[5] * cm[n + 2] + cm[n + 4] for n in (0, 1))
        x, y = x / 72 * 25.4, 297 - y / 72 * 25.4
        if words.strip() and 20 <= x <= 110 and 44 <= y <= 92:
            seen.append((words.strip(), y))

    printed(large=large).pages[0].extract_text(visitor_text=visit)

    assert [words for words, _ in seen] == ADDRESS.splitlines()
    assert all(55 <= y <= 81 for _, y in seen)


def test_their_own_words_stand_on_a_page_of_their_own():
    said = printed("correction", own_words="They wrote that I was bad.\n\nI was five.").pages[-1].extract_text()

    assert "In my own words" in said
    assert "From: Jo Carter" in said
    assert "I was five." in said


def test_whoever_would_rather_write_by_hand_gets_lines():
    document = printed("correction")

    assert "In my own words" in document.pages[-1].extract_text()
    assert len(document.pages) == 2
    assert "In my own words" not in words_of(printed())


def test_the_page_for_prison_staff_says_who_somebody_is_and_nothing_else():
    said = printed("identity").pages[1].extract_text().casefold()

    assert "a1234bc" in said
    assert [word for word in OUTSIDE if word in said.replace("our own record", "")] == []
