"""The public page on which somebody says that they would like to mentor."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring import unwanted
from mentoring.models import MentorApplication

PAGE, THANKS = "/mentoring/interest/", "/mentoring/interest/thanks/"


@pytest.fixture
def form(yorkshire, now):
    """What a person sends who opened the page a minute ago."""

    def form(**said):
        opened = unwanted.stamp(now - timedelta(minutes=1))
        return {"name": "Kit", "team": yorkshire.ref, "email": "kit@example.org", "key": "k1", "opened": opened} | said

    return form


def test_anybody_may_tell_us_and_is_thanked(client, form):
    answer = client.post(PAGE, form())

    assert answer["Location"] == THANKS
    assert client.get(THANKS).status_code == 200
    assert MentorApplication.objects.get().name == "Kit"


def test_the_page_as_it_is_drawn_can_be_sent(client, form, monkeypatch):
    monkeypatch.setattr(unwanted, "QUICKEST", -1.0)
    page = client.get(PAGE).content.decode()
    drawn = dict(re.findall(r'name="(key|opened)"\s+value="([^"]+)"', page))

    assert client.post(PAGE, form(**drawn))["Location"] == THANKS
    assert MentorApplication.objects.count() == 1


@pytest.mark.parametrize("said", [{"website": "http://spam.example"}, {"opened": "forged"}, {"opened": ""}])
def test_a_machine_is_thanked_like_anybody_and_nothing_is_kept(client, form, said):
    assert client.post(PAGE, form(**said))["Location"] == THANKS
    assert not MentorApplication.objects.exists()


def test_somebody_very_quick_is_asked_to_press_once_more_and_loses_nothing(client, form):
    answer = client.post(PAGE, form(opened=unwanted.stamp(timezone.now())))

    assert answer.status_code == 422
    assert unwanted.ONCE_MORE in answer.content.decode()
    assert "kit@example.org" in answer.content.decode()
    assert not MentorApplication.objects.exists()


def test_a_flood_from_one_address_is_stopped_in_words(client, form, monkeypatch):
    monkeypatch.setattr(unwanted, "AT_ONE_ADDRESS", "2/h/ip")
    answers = [client.post(PAGE, form(key=f"k{n}")) for n in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 422]
    assert MentorApplication.objects.count() == 2


@pytest.mark.parametrize(("said", "words"), [({"name": ""}, "like to be called"), ({"email": ""}, "so that we can")])
def test_what_is_missing_is_said_beside_the_question(client, form, said, words):
    answer = client.post(PAGE, form(**said))

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_sent_twice_it_is_told_once(client, form):
    for _ in range(2):
        assert client.post(PAGE, form())["Location"] == THANKS
    assert MentorApplication.objects.count() == 1


def test_staff_key_in_somebody_in_prison(client, rosa, yorkshire, leeds):
    client.force_login(rosa)
    said = {"name": "Kit", "team": yorkshire.ref, "establishment": leeds.ref, "sheet_code": "MA-1", "key": "k1"}

    answer = client.post(reverse("mentoring:interests-key_in"), said, follow=True)

    assert "Kit" in answer.content.decode()
    told = MentorApplication.objects.get()
    assert (told.source, told.establishment, told.told_by) == ("paper", leeds, rosa)
