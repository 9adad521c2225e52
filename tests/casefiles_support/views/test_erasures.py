import re

import pytest
from django.urls import reverse

from casefiles_support.models import Erasure, Journey
from people.models import Person
from tests.casefiles_support.fixtures_after import closed

pytestmark = pytest.mark.django_db


def url(name, *ref):
    return reverse(f"casefiles_support:erasures-{name}", args=ref)


def test_the_person_asks_finn_tells_and_marion_agrees(client, sign_in, make_user, jo, journey, finn, marion):
    login = make_user("jo", name="Jo")
    Person.objects.filter(pk=jo.pk).update(login=login)
    closed(journey)
    assert sign_in(client, login).post(url("ask", journey.ref), {"sure": "on"}).status_code == 302
    erasure = Erasure.objects.get()
    assert url("agree", erasure.ref) not in sign_in(client, marion).get(url("index")).text

    on = erasure.asked_at
    told = {"how": "spoken", "on_0": str(on.day), "on_1": str(on.month), "on_2": str(on.year)}
    assert sign_in(client, finn).post(url("tell", erasure.ref), told).status_code == 302
    assert sign_in(client, marion).post(url("agree", erasure.ref), {"sure": "on"}).status_code == 302

    assert not Journey.objects.exists()


def test_the_second_name_does_not_see_whose_it_is(client, sign_in, marion, told_erasure, jo):
    for page in (url("index"), url("agree", told_erasure.ref)):
        text = sign_in(client, marion).get(page).text
        assert "Yorkshire" in text or "They asked for it" in text
        main = text.split("<main")[1].split("</main")[0]
        assert not re.search(rf"\b{jo.preferred_name}\b", main)  # as a word: a ref may hold any two letters


def test_nobody_agrees_without_saying_that_they_are_sure(client, sign_in, marion, told_erasure):
    assert sign_in(client, marion).post(url("agree", told_erasure.ref), {"sure": ""}).status_code == 422
    assert Journey.objects.exists()


def test_an_open_journey_says_that_it_is_closed_first(client, sign_in, finn, journey):
    assert "It has to be closed first" in sign_in(client, finn).get(url("of_journey", journey.ref)).text
    assert sign_in(client, finn).post(url("ask", journey.ref), {"sure": "on"}).status_code == 422


def test_it_can_be_kept_after_all(client, sign_in, finn, erasure):
    assert sign_in(client, finn).post(url("call_off", erasure.ref), {"go": "on"}).status_code == 302
    assert not Erasure.objects.open().exists()
