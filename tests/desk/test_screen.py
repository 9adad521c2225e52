"""The demonstration shows what phones would have got, to those who may read it, and is not there for real people."""

import pytest
from django.urls import reverse

from audit.models import Entry
from messaging.models import Text
from tests.matrix.fixtures_texts import not_gone

pytestmark = pytest.mark.django_db
URL = reverse("desk:screen-show")
WORDS = "your code is 123456"


@pytest.fixture
def text(jo, now, settings):
    settings.DEBUG = True
    text = not_gone(jo, now, "one")
    Text.objects.update(sending_at=now)
    return text


def test_it_shows_the_words_and_the_end_of_the_number(client, sign_in, rosa, jo, text):
    page = sign_in(client, rosa).get(URL).text

    assert WORDS in page and f"To {jo.preferred_name}" in page and "…123" in page
    assert "900123" not in page
    assert Entry.objects.filter(verb="people.text.listed").exists()


def test_it_is_not_there_for_real_people(client, sign_in, rosa, text, settings):
    settings.DEBUG = False
    assert sign_in(client, rosa).get(URL).status_code == 404


def test_other_teams_and_strangers_read_nothing(client, sign_in, gwen, sam, text):
    assert WORDS not in sign_in(client, gwen).get(URL).text
    assert sign_in(client, sam).get(URL).status_code == 403
