import json

import pytest

from tests.pages.conftest import WORDS

pytestmark = pytest.mark.django_db


def test_a_reader_finds_a_page_by_its_title_and_by_its_words(client, site_pages):
    assert "Your personal adviser until 25" in client.get("/search/?q=personal+adviser").content.decode()
    assert "If you are in prison now" in client.get("/search/?q=chaplain").content.decode()


@pytest.mark.parametrize("typed", ["pa", "PA until 25", "leaving care worker"])
def test_what_people_call_it_finds_what_it_is_called(client, site_pages, typed):
    assert "Your personal adviser until 25" in client.get("/search/", {"q": typed}).content.decode()


def test_a_page_whose_title_has_the_words_comes_first(client, site_pages, make_guide):
    often = {**WORDS, "value": "<p>Lanterns, a lantern and lanterns: one lantern, two lanterns. Lantern, lantern.</p>"}
    make_guide("Full of them", body=json.dumps([often]))
    make_guide("How to get a lantern", body=json.dumps([WORDS]))
    text = client.get("/search/?q=lantern").content.decode()

    assert text.index("How to get a lantern") < text.index("Full of them")


def test_when_no_page_has_all_the_words_those_with_some_are_shown(client, site_pages):
    text = client.get("/search/?q=zeppelin+adviser").content.decode()

    assert "No page has all these words." in text
    assert "Your personal adviser until 25" in text


def test_nothing_found_says_what_to_try(client, site_pages):
    assert "Nothing found" in client.get("/search/?q=zeppelin").content.decode()


def test_a_draft_is_not_found(client, make_guide):
    make_guide("Zeppelin", live=False)

    assert WORDS["value"] not in client.get("/search/?q=zeppelin").content.decode()
    assert "Nothing found" in client.get("/search/?q=zeppelin").content.decode()


@pytest.mark.parametrize("typed", ['"', "a*", "NEAR(", "AND", "'; --", "^", ":", "-", "(", "\\", "💜", "a" * 5000, ""])
def test_whatever_is_typed_there_is_an_answer(client, site_pages, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200


def test_a_nul_is_refused_in_words(client, site_pages):
    assert client.get("/search/?q=a%00b").status_code == 400


def test_what_is_looked_for_is_kept_by_nobody(client, site_pages, caplog):
    response = client.get("/search/?q=canary")

    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert "canary" not in caplog.text


def test_what_was_typed_is_shown_again_as_text(client, site_pages):
    page = client.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in page
    assert "&quot;&gt;&lt;script&gt;" in page
