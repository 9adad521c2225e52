"""No text says where somebody is: names of prisons, councils, regions, organisations and teams are private words."""

import csv

import pytest
from django.conf import settings

from messaging import phrases, wording
from people.place_names import TITLE, private_names
from places.models import LocalAuthority

pytestmark = pytest.mark.django_db
DATA = settings.ROOT / "site" / "places" / "data"


@pytest.fixture(autouse=True)
def asked_again():
    wording.forget_names()
    yield
    wording.forget_names()


def test_a_prison_is_known_by_its_whole_name_and_by_its_town(leeds, yorkshire):
    assert {"HMP Leeds", "Leeds", "Yorkshire"} <= set(private_names())


@pytest.mark.parametrize(
    "text", ["See you at Leeds on Monday.", "We meet in HMP Leeds.", "The Yorkshire team says hi."]
)
def test_a_text_that_names_a_place_is_not_fit(leeds, yorkshire, text):
    assert phrases.unfit(text)


def test_the_programme_is_private_too():
    assert wording.private_in_text("Alongside says hello") == ["Alongside"]
    assert wording.private_in_text("I walk alongside you") == []


def test_whoever_is_called_like_a_place_is_greeted_and_the_place_is_still_private(leeds):
    assert phrases.unfit("Hi Leeds, we meet on Monday.", greeted="Leeds") == []
    assert phrases.unfit("Hi Leeds, we meet in Leeds.", greeted="Leeds")
    assert phrases.unfit("Hi Jo, we meet in Leeds.", greeted="Jo")


def test_they_are_asked_of_the_database_once_and_not_for_each_text(leeds, django_assert_num_queries):
    with django_assert_num_queries(6):
        for _ in range(20):
            phrases.unfit("Hi Jo, we meet on Monday.")


def test_a_place_that_is_renamed_is_private_when_the_minute_is_over(leeds):
    phrases.unfit("Hi")
    LocalAuthority.objects.update(name="Newtown", welsh_name="Drenewydd")
    wording.forget_names()
    assert phrases.unfit("We meet in Newtown.")
    assert phrases.unfit("Byddwn yn cwrdd yn Drenewydd.")


def test_no_place_of_the_country_stands_in_what_we_say():
    """All that the house knows of England and Wales: a name that is a word of ours would stop every text."""
    rows = [row for file in sorted(DATA.glob("*.csv")) for row in csv.DictReader(file.read_text().splitlines())]
    names = {row[column] for row in rows for column in ("name", "welsh_name") if row.get(column)}
    assert len(names) > 300
    pattern = wording._names_pattern(tuple(sorted(names | {TITLE.sub("", name).strip() for name in names} - {""})))
    for phrase in phrases.declared():
        for language in phrases.LANGUAGES:
            text, _ = phrases.preview(phrase, language)
            assert pattern.findall(wording.LINK.sub("", text)) == []
