"""The words of every page that comes with Alongside."""

import re

import pytest

from common.reading_age import reading_age
from pages import content
from pages.rules.contents import banned, said
from pages.rules.shipped import WELSH, Shipped

GUIDES = [page for page in content.SHIPPED if page.model == "GuidePage" and page.language != WELSH]
ENGLISH = [page for page in content.SHIPPED if page.language != WELSH]
EASY = [page for page in ENGLISH if page.model == "EasyReadPage"]
# What nobody who looks over a shoulder should read in a tab; pages for staff may say whom they are for.
TELLING = re.compile(r"\b(care|prison|jail|crim\w*|convict\w*|police|court|probation)\b", re.IGNORECASE)


def words_of(page: Shipped) -> str:
    return "\n".join([page.title, page.tab, page.summary, page.in_short, said(page.body)])


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


@pytest.mark.parametrize("one", EASY, ids=lambda one: one.key)
def test_easy_read_has_one_idea_in_a_line(one):
    lines = [block["value"] for block in one.body if block["type"] == "line"]

    assert len(lines) >= 8
    assert [line["says"] for line in lines if len(line["says"].split()) > 22 or not line["symbol"]] == []
