"""Every page that comes with Alongside, as its readers get it. The tree is put in place and read once for all tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page, Site

from pages import content
from pages.caching import shelf
from pages.models import Edition
from pages.rules.guides import UNREAD_LAW
from tests.conftest import NOW
from tests.factories.places import council
from tests.pages.test_shipped_words import GUIDES, TELLING

pytestmark = pytest.mark.django_db  # without it, and alone, these would read the database that people use
HEADING = re.compile(r"<h([1-6])")
LINK = re.compile(r'href="(/[^"#?]*)')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
ALTERNATE = re.compile(r'<link rel="alternate"\s+hreflang="([^"]*)"\s+href="([^"]*)"')
# What a browser fetches with a page, or sends a form to.
FETCHED = re.compile(
    r'<(?:script|img|iframe|source|video|audio|track|embed|input)\b[^>]*?\bsrc="([^"]*)"'
    r'|<link rel="(?:stylesheet|icon|preload|modulepreload|manifest)"[^>]*?\bhref="([^"]*)"'
    r'|<object\b[^>]*?\bdata="([^"]*)"|<form\b[^>]*?\baction="([^"]*)"'
)
# What the policy would stop anyway: nobody should be able to loosen it for the sake of one of these.
INLINE = re.compile(r'<script(?![^>]*\b(?:src=|type="application/ld))|<style|\sstyle="|\son[a-z]+="')
# No page in the tree, and nobody signs in for them.
ALSO = (
    "/search/", "/search/?q=jail", "/search/?q=zzzz", "/feedback/", "/feedback/thanks/", "/contacts/?for=prison",
    "/councils/?q=nowhere", "/tools/thanks/", "/nowhere/",
)  # fmt: skip
WITHIN = ("/account/", "/desk/")  # what only somebody with a login needs


@dataclass(frozen=True)
class Tree:
    """What a reader gets at each address: `read` are the pages of the tree, `all` those with what they lead to, and the
    links that lead elsewhere than to a page.
    """

    read: dict[str, str]
    all: dict[str, HttpResponse]
    links: dict[str, int]
    versions: set[int]
    quiet: set[str]
    for_staff: set[str]

    @property
    def texts(self) -> dict[str, str]:
        return {address: got.content.decode() for address, got in self.all.items()}


@pytest.fixture(scope="module")
def tree(django_db_setup, django_db_blocker) -> Iterator[Tree]:
    with django_db_blocker.unblock(), transaction.atomic():
        content.load(at=NOW)
        council()
        Site.clear_site_root_paths_cache()
        yield _walked()
        transaction.set_rollback(True)
    shelf().clear()


def _walked() -> Tree:
    client = Client()
    pages = {page.url: page.specific for page in Page.objects.live().filter(depth__gt=1).order_by("path")}
    found = {address: client.get(address) for address in pages}
    assert {address: got.status_code for address, got in found.items() if got.status_code != 200} == {}
    read = {address: got.content.decode() for address, got in found.items()}
    linked = {link for text in read.values() for link in LINK.findall(text) if not link.startswith("/static/")}
    led = {link: client.get(link) for link in sorted(linked - set(found))}
    more = {link: got for link, got in led.items() if is_page(got) and not link.startswith(WITHIN)}
    return Tree(
        read=read,
        all={**found, **more, **{address: client.get(address) for address in ALSO}},
        links={link: got.status_code for link, got in led.items()},
        versions=set(Edition.objects.values_list("number", flat=True)),
        quiet={address for address, page in pages.items() if page.gives_away()},
        for_staff={address for address, page in pages.items() if is_for_staff(page)},
    )


def is_page(got: HttpResponse) -> bool:
    return got.status_code == 200 and got["Content-Type"].startswith("text/html")


def is_for_staff(page: Page) -> bool:
    """Its tab may say so, and so may those of what stands below it."""
    return any(getattr(one, "topic", "") == "work" or getattr(one, "for_staff", False)
               for one in page.get_ancestors(inclusive=True).specific())  # fmt: skip


def test_there_are_guides_easy_read_and_welsh(tree):
    assert len(tree.read) == len(content.SHIPPED)
    assert len(GUIDES) >= 25
    assert sum(address.endswith("/easy-read/") for address in tree.read) == 10
    assert sum(address.startswith("/cy/help/") for address in tree.read) == 1 + 5


def test_every_page_is_light(tree):
    assert {address: len(got.content) for address, got in tree.all.items() if len(got.content) >= 50_000} == {}


def test_every_link_within_the_house_leads_somewhere(tree):
    assert "/help/pathway-plan/large-print/" in tree.links
    assert {link: status for link, status in tree.links.items() if status not in {200, 302}} == {}


def test_no_page_shows_how_it_was_typed(tree):
    """Steps and sentences of easy read are plain words: a link in them would stand there as brackets."""
    shown = {address: re.findall(r"[^>]*(?:\]\(|\*\*)[^<]*", text) for address, text in tree.read.items()}

    assert {address: found for address, found in shown.items() if found} == {}


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


def test_no_page_says_that_its_law_was_checked_before_somebody_read_it(tree):
    """Law is read by somebody whose work it is, and its page then says `law_read`; no other page says “we checked”."""
    waiting = [one for one in GUIDES if one.awaits_reading]
    warned = [text for text in tree.read.values() if UNREAD_LAW in text]

    assert {one.awaits_reading for one in GUIDES if any(source["type"] == "law" for source in one.sources)} == {True}
    assert len(warned) >= len(waiting) > 20
    assert [text for text in warned if "We checked this page" in text] == []


# ---------------------------------------------------------------- Nobody's business


def test_no_reader_gets_a_cookie(tree):
    assert len(tree.all) > len(tree.read) + 40
    assert [address for address, got in tree.all.items() if got.cookies or "Set-Cookie" in got] == []


def test_no_page_tells_where_its_reader_was(tree):
    assert {address for address, got in tree.all.items() if got["Referrer-Policy"] != "no-referrer"} == set()


def test_the_policy_names_nobody_but_us(tree):
    named = {source for got in tree.all.values() for source in re.split(r"[;\s]+", got["Content-Security-Policy"])}

    assert {source for source in named if "//" in source or "." in source or "*" in source} == set()
    assert {"default-src", "'self'"} < named
    assert {"'unsafe-inline'", "'unsafe-eval'"} & named == set()


def test_everything_that_a_page_fetches_is_ours(tree):
    fetched = {(at, *filter(None, one)) for at, text in tree.texts.items() for one in FETCHED.findall(text)}

    assert len(fetched) > len(tree.all)
    assert {(at, asked) for at, asked in fetched if not re.match(r"/(?!/)", asked)} == set()
    assert [address for address, text in tree.texts.items() if INLINE.search(text)] == []


def test_pages_are_kept_for_readers_for_a_minute_but_for_stories(tree):
    """Whoever told a story may take it back at any moment, so each look at one asks first."""
    lasting = {address: tree.all[address]["Cache-Control"] for address in tree.read}
    stories = {address for address in lasting if address.startswith("/stories/")}

    assert {lasting[address] for address in set(lasting) - stories} == {"public, max-age=60"}
    assert {lasting[address] for address in stories} <= {"no-cache"}
    assert all(tree.all[address]["ETag"] for address in set(lasting) - stories)


# ---------------------------------------------------------------- What stands in the tab, and what search engines read


def test_no_tab_gives_its_reader_away(tree):
    titles = {address: TITLE.search(text)[1] for address, text in tree.texts.items()}
    telling = {address: title for address, title in titles.items() if TELLING.search(title)}

    assert {at: title for at, title in titles.items() if not title.endswith(" – Alongside")} == {}
    assert {at: title for at, title in titles.items() if title.startswith("Alongside –")} == {}
    assert {at: title for at, title in telling.items() if not at.startswith(tuple(tree.for_staff))} == {}


def test_search_engines_leave_alone_what_gives_a_reader_away_and_what_is_no_find(tree):
    unfound = {address for address, text in tree.texts.items() if 'content="noindex"' in text}

    assert tree.quiet <= unfound
    assert {"/search/", "/search/?q=jail", "/feedback/", "/feedback/thanks/", "/tools/thanks/"} <= unfound
    assert unfound & set(tree.read) == tree.quiet


def test_every_page_says_which_address_is_its_own(tree):
    own = {address: CANONICAL.findall(text) for address, text in tree.read.items()}

    assert {at: said for at, said in own.items() if said != [settings.PUBLIC_BASE_URL + at]} == {}


def test_versions_in_other_languages_name_each_other(tree):
    """A search engine believes it only when both say so."""
    base = settings.PUBLIC_BASE_URL
    named = {base + address: dict(ALTERNATE.findall(text)) for address, text in tree.read.items()}
    pairs = [(at, code, other) for at, others in named.items() for code, other in others.items()]

    assert len({at for at, _, _ in pairs}) >= 14
    assert [(at, other) for at, _, other in pairs if named[other] != named[at]] == []
    for _, code, other in pairs:
        told = re.search(r'<html lang="([^"]*)"', tree.read[other.removeprefix(base)])[1]
        assert told == ("en-GB" if code == "x-default" else code)
