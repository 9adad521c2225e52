"""From “I would like to see my file” to a way with somebody beside them."""

import pytest
from django.urls import reverse

from casefiles_support.models import Journey
from pages.models import HandOver
from people.actions import persons
from people.models import Person
from tests.conftest import NOW
from tests.pages.getting_in_touch import form, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def begin(client, rosa):
    client.post(page("files"), form("files"))
    sent = HandOver.objects.get()
    client.force_login(rosa)
    client.post(reverse("pages:inbox-take", args=[sent.ref]))
    return reverse("casefiles_support:hand_overs-begin", args=[sent.ref])


def test_somebody_new_gets_a_page_and_a_way(client, begin, yorkshire):
    shown = client.get(begin).text
    client.post(begin, {"preferred_name": "Robin", "team": yorkshire.ref})

    assert 'value="Robin"' in shown
    way = Journey.objects.get()
    assert (way.person.preferred_name, way.person.team) == ("Robin", yorkshire)
    sent = HandOver.objects.get()
    assert (sent.status, sent.became) == ("handed_over", reverse("people:persons-detail", args=[way.person.ref]))


def test_somebody_who_is_here_already_has_no_second_page(client, begin, rosa, yorkshire):
    known = persons.add(preferred_name="Rob", prison_number="A1234BC", team=yorkshire, by=rosa, at=NOW)
    client.post(begin, {"preferred_name": "Robin", "team": yorkshire.ref, "number": "a1234bc"})

    assert (Journey.objects.get().person, Person.objects.count()) == (known, 1)


def test_a_number_that_nobody_has_is_said(client, begin, yorkshire):
    answer = client.post(begin, {"preferred_name": "Robin", "team": yorkshire.ref, "number": "Z9999ZZ"})

    assert answer.status_code == 422
    assert not Journey.objects.exists()


def test_twice_it_is_one_way(client, begin, yorkshire):
    for _ in range(2):
        client.post(begin, {"preferred_name": "Robin", "team": yorkshire.ref})

    assert Journey.objects.count() == 1
