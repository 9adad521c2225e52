"""Every page that comes with Alongside, as its readers get it. The tree is put in place and read once for all tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Page, Site

from common.reading_age import reading_age
from pages import content
from pages.caching import shelf
from pages.models import Edition
from pages.rules.contents import banned, said
from pages.rules.guides import UNREAD_LAW
from pages.rules.shipped import WELSH, Shipped
from tests.conftest import NOW

GUIDES = [page for page in content.SHIPPED if page.model == "GuidePage" and page.language != WELSH]
ENGLISH = [page for page in content.SHIPPED if page.language != WELSH]
EASY = [page for page in ENGLISH if page.model == "EasyReadPage"]
# What nobody who looks over a shoulder should read in a tab; pages for staff may say whom they are for.
TELLING = re.compile(r"\b(care|prison|jail|crim\w*|convict\w*|police|court|probation)\b", re.IGNORECASE)
HEADING = re.compile(r"<h([1-6])")
LINK = re.compile(r'href="(/[^"#?]*)')


@dataclass(frozen=True)
class Tree:
    """Each page's address with what a reader gets there, what each link answers, and the versions counted."""

    read: dict[str, str]
    weights: dict[str, int]
    links: dict[str, int]
    versions: set[int]


@pytest.fixture(scope="module")
def tree(django_db_setup, django_db_blocker) -> Iterator[Tree]:
    with django_db_blocker.unblock(), transaction.atomic():
        content.load(at=NOW)
        Site.clear_site_root_paths_cache()
        yield _walked()
        transaction.set_rollback(True)
    shelf().clear()


def _walked() -> Tree:
    client = Client()
    pages = Page.objects.live().filter(depth__gt=1).order_by("path")
    found = {page.url: client.get(page.url) for page in pages}
    assert {address: got.status_code for address, got in found.items() if got.status_code != 200} == {}
    read = {address: got.content.decode() for address, got in found.items()}
    linked = {link for text in read.values() for link in LINK.findall(text) if not link.startswith("/static/")}
    links = {link: client.get(link).status_code for link in sorted(linked - set(found))}
    weights = {address: len(got.content) for address, got in found.items()}
    return Tree(read, weights, links, set(Edition.objects.values_list("number", flat=True)))


def words_of(page: Shipped) -> str:
    return "\n".join([page.title, page.tab, page.summary, page.in_short, said(page.body)])


def test_there_are_guides_easy_read_and_welsh(tree):
    assert len(tree.read) == len(content.SHIPPED)
    assert len(GUIDES) >= 25
    assert sum(address.endswith("/easy-read/") for address in tree.read) == 10
    assert sum(address.startswith("/cy/help/") for address in tree.read) == 1 + 5


def test_every_page_is_light(tree):
    assert {address: weight for address, weight in tree.weights.items() if weight >= 50_000} == {}


def test_every_link_within_the_house_leads_somewhere(tree):
    assert "/help/pathway-plan/large-print/" in tree.links
    assert {link: status for link, status in tree.links.items() if status not in {200, 302}} == {}


def test_headings_are_in_order(tree):
    for address, text in tree.read.items():
        levels = [int(level) for level in HEADING.findall(text[text.index("<main") : text.index("</main>")])]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        jumps = [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1]
        assert jumps == [], address


def test_what_is_freshly_placed_is_version_one_and_nothing_is_behind(tree):
    assert tree.versions == {1}
    assert not any("behind version" in text for text in tree.read.values())


@pytest.mark.parametrize("one", ENGLISH, ids=lambda one: one.key)
def test_every_page_reads_as_it_should(one):
    for_staff = one.topic == "work" or one.more.get("for_staff")

    assert reading_age(words_of(one)) <= (13 if for_staff else 11)
    assert for_staff or not TELLING.search(one.tab)


@pytest.mark.parametrize("one", content.SHIPPED, ids=lambda one: one.key)
def test_no_page_calls_people_names(one):
    assert banned(words_of(one)) == []


@pytest.mark.parametrize("one", GUIDES, ids=lambda one: one.key)
def test_every_guide_says_what_the_law_is_and_what_to_do(one):
    kinds = {block["type"] for block in one.body}
    laws = [source["value"] for source in one.sources if source["type"] == "law"]
    nations = {law["nation"] for law in laws}

    assert one.topic
    assert nations >= {"england", "wales"} or nations & {"both", "uk"} or one.nation in nations
    assert all(law["says"] and law["address"].startswith("https://www.legislation.gov.uk/") for law in laws)
    assert "what_to_say" in kinds
    assert one.key == "prison" or "custody_note" in kinds
    assert "complain" in words_of(one).casefold(), "whom can they turn to?"


def test_no_page_says_that_its_law_was_checked_before_somebody_read_it(tree):
    """Law is read by somebody whose work it is, and its page then says `law_read`; no other page says “we checked”."""
    waiting = [one for one in GUIDES if one.awaits_reading]
    warned = [text for text in tree.read.values() if UNREAD_LAW in text]

    assert {one.awaits_reading for one in GUIDES if any(source["type"] == "law" for source in one.sources)} == {True}
    assert len(warned) >= len(waiting) > 20
    assert [text for text in warned if "We checked this page" in text] == []


@pytest.mark.parametrize("one", EASY, ids=lambda one: one.key)
def test_easy_read_has_one_idea_in_a_line(one):
    lines = [block["value"] for block in one.body if block["type"] == "line"]

    assert len(lines) >= 8
    assert [line["says"] for line in lines if len(line["says"].split()) > 22 or not line["symbol"]] == []
