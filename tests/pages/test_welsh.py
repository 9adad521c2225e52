"""Pages under /cy/ are Welsh to their edges, and nothing of that leaks into an English one."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.db import transaction
from django.test import Client
from django.utils.translation import get_language
from lxml import html
from pypdf import PdfReader
from wagtail.models import Page, Site

from pages import content
from pages.actions import contacts, shipped
from pages.caching import shelf
from pages.models import GuidePage
from pages.papers import paper_of
from pages.rules.shipped import WELSH
from tests.conftest import NOW

STANDARD = ["privacy"]
# Words that no Welsh sentence has. (“am”, “to”, “do”, “print” and “her” are Welsh words too.)
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|was|this|that|these|your?|we|our|us|it|for|with|from|by|not|no|if|in|on|before|may|yes|don’t|"
    r"page|print this|search|more|ring|phone|letters|website|guide|version|checked|ask|read|what|who|where|leave|"
    r"quickly|skip|main|sign|council|prison|rights|somebody|someone|monday|friday|january|february|march|april|june|july|"
    r"august|september|october|november|december)\b",
    re.IGNORECASE,
)
# What stays English there, and why.
ALLOWED = [
    "The Care Leavers’ Association",  # the charity's own name
    "Alongside",  # the site's own name
    # Laws of Parliament have a title in English only; so has what others published in English.
    "Children Act 1989 Representations Procedure (England) Regulations 2006",
    "Children Act 1989",
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    "Care Leavers (England) Regulations 2010",
    "Care Leavers (Wales) Regulations 2015",
    "LASPO Act 2012 (chapter 10)",
    "Children and Social Work Act 2017",
    "Children’s Wellbeing and Schools Act 2026",
    "Local Government Act 1974",
    "Data Protection Act 2018",
    "Prison Act 1952",
    "Prison Rules 1999",
    "Care Act 2014",
    "Leaving care and services for care leavers",
    "Law Wales",
    "Our work in prisons",
]


@pytest.fixture(scope="module")
def read(django_db_setup, django_db_blocker) -> Iterator[dict[str, str]]:
    """Each Welsh page by its address, with its large print and a page that is not there, as a visitor gets it."""
    keys = {*content.WELSH, *STANDARD}
    wanted = [page for page in content.SHIPPED if page.key in keys or page.language == WELSH]
    with django_db_blocker.unblock(), transaction.atomic():
        contacts.place(contacts=content.CONTACTS, by=None, at=NOW)
        shipped.place(pages=wanted, by=None, at=NOW)
        Site.clear_site_root_paths_cache()
        addresses = [page.url for page in Page.objects.live().filter(locale__language_code=WELSH)]
        larger = [f"{address}large-print/" for address in addresses if address.count("/") == 4]
        client = Client()
        yield {one: client.get(one).content.decode() for one in [*addresses, *larger, "/cy/nothing-here/"]}
        transaction.set_rollback(True)
    shelf().clear()


def words_of(text: str) -> str:
    """All that is read or heard, but for what says that it is English."""
    page = html.fromstring(text)
    for element in page.xpath('//*[starts-with(@lang, "en")] | //script | //style'):
        element.drop_tree()
    heard = page.xpath("//@aria-label | //@alt | //@placeholder | //@title | //meta[@name='description']/@content")
    said = " ".join(" ".join([*page.itertext(), *heard]).split())
    for name in ALLOWED:
        said = said.replace(name, "·")
    return said


@pytest.fixture
def welsh_pages(db):
    shipped.place(
        pages=[page for page in content.SHIPPED if page.key in {"home", "privacy", "cy-home"}], by=None, at=NOW
    )


def test_a_welsh_page_holds_no_english_word_of_ours(read):
    assert len(read) == 2 + 5 + 5 + 1
    found = {address: sorted(set(ENGLISH.findall(words_of(text)))) for address, text in read.items()}

    assert {address: words for address, words in found.items() if words} == {}


def test_it_says_that_it_is_welsh(read):
    assert [address for address, text in read.items() if '<html lang="cy">' not in text] == []


def test_its_dates_are_welsh(read):
    assert "20 Tachwedd 2026" in read["/cy/help/cwyno/"]


def test_a_link_to_a_page_that_is_only_in_english_says_so(read):
    tools = html.fromstring(read["/cy/help/"]).xpath("//a[@href='/packs/']")

    assert [(link.get("hreflang"), link.text_content()) for link in tools] == [
        ("en", "Gwneud pecyn ar bapur i rywun yn y carchar (Saesneg)")
    ]


def test_its_foot_has_what_is_there_only_in_english(read):
    privacy = html.fromstring(read["/cy/"]).xpath("//footer//a[@href='/privacy/']")

    assert [(link.get("lang"), link.text_content()) for link in privacy] == [("en", "Privacy")]


def test_the_logo_leads_to_the_welsh_first_page(read):
    assert '<a class="logo" href="/cy/">' in read["/cy/help/cwyno/"]


@pytest.mark.parametrize(("address", "tag", "skip"), [("/", "en-GB", "Skip to main"), ("/cy/", "cy", "Neidio i’r")])
def test_the_address_chooses_the_language_and_the_browser_does_not(client, welsh_pages, address, tag, skip):
    client.cookies["django_language"] = "cy"
    for asked in ("cy", "en-GB"):
        got = client.get(address, headers={"accept-language": asked})

        assert f'<html lang="{tag}">' in (text := got.content.decode())
        assert skip in text
        assert "Accept-Language" not in got.headers.get("Vary", "")
        assert got["Content-Language"] == ("cy" if tag == "cy" else "en-gb")


def test_english_after_welsh_is_english(client, welsh_pages):
    before = client.get("/").content
    client.get("/cy/")
    client.get("/cy/nothing-here/")
    after = get_language()
    shelf().clear()

    assert after == "en-gb"
    assert client.get("/").content == before


def test_after_an_error_on_a_welsh_page_the_thread_is_english_again(client, welsh_pages, monkeypatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("pages.serving.wagtail.serve", broken)
    client.raise_request_exception = False

    assert "Aeth rhywbeth o’i le" in client.get("/cy/").content.decode()
    assert get_language() == "en-gb"
    assert "Something went wrong" in client.get("/").content.decode()


def test_a_page_that_is_not_there_is_so_in_the_language_of_its_address(client, welsh_pages):
    assert "Ni allwn ddod o hyd" in client.get("/cy/nothing-here/").content.decode()
    assert "We cannot find" in client.get("/nothing-here/").content.decode()


def test_for_somebody_who_is_signed_in_the_ways_through_the_house_say_that_they_are_english(client, welsh_pages, max_):
    client.force_login(max_)
    page = html.fromstring(client.get("/cy/").content.decode())

    assert {link.get("lang") for link in page.xpath("//nav[contains(@class, 'top__nav')]//a")} == {"en"}


# ---------------------------------------------------------------- On paper


@pytest.fixture
def two_guides(db) -> dict[str, GuidePage]:
    """One guide, by the language it is in."""
    keys = {"home", "help", "complaints", "cy-home", "cy-help", "cy-complaints"}
    shipped.place(pages=[page for page in content.SHIPPED if page.key in keys], by=None, at=NOW)
    return {str(guide.locale.language_code): guide for guide in GuidePage.objects.select_related("locale")}


def pack_of(client: Client, *guides: GuidePage) -> tuple[PdfReader, str]:
    answer = client.post("/packs/", {"guides": [guide.pk for guide in guides], "size": "plain"})
    read = PdfReader(BytesIO(b"".join(answer.streaming_content)))
    return read, " ".join(" ".join(page.extract_text() for page in read.pages).split())


def test_a_pack_of_welsh_guides_is_welsh(client, two_guides):
    document, text = pack_of(client, two_guides["cy"])
    for name in ALLOWED:
        text = text.replace(name, "·")

    assert document.trailer["/Root"]["/Lang"].startswith("cy")
    assert "Tudalen 1 o " in text
    assert "Rhif y dudalen hon yw" in text
    assert set(ENGLISH.findall(text)) == set()


def test_in_a_pack_of_both_each_guide_is_in_its_own_language(client, two_guides):
    document, text = pack_of(client, *two_guides.values())

    assert document.trailer["/Root"]["/Lang"].startswith("en")
    assert "These pages are yours to keep." in text
    assert "The number of this page is" in text
    assert "Rhif y dudalen hon yw" in text


def test_a_welsh_guide_on_paper_says_when_it_was_checked(two_guides):
    guide = two_guides["cy"]
    guide.awaits_reading = False

    assert "ym mis Tachwedd 2026" in paper_of(guide)["words"]["checked"]
    assert get_language() == "en-gb"


def test_the_form_for_a_pack_says_which_guides_are_welsh(client, two_guides):
    assert '<span lang="cy">Cwyno, a chael eiriolwr</span> (Cymraeg)' in client.get("/packs/").content.decode()
