"""The page behind a referee's link."""

import re

import pytest
from django.urls import reverse

from mentoring.actions import references
from messaging.models import Message
from tests.matrix.fixtures_recruitment import applied

ANSWER = "/mentoring/references/answer/"


@pytest.fixture
def link(yorkshire, rosa, now):
    reference = applied(yorkshire, rosa).mentor.references.order_by("pk").first()
    references.ask(reference=reference, by=rosa, at=now)
    return re.search(r"https?://[^/]+(\S+)", Message.objects.get().text).group(1)


def test_a_referee_needs_no_account(client, link):
    page = client.get(link, follow=True)
    assert page.request["PATH_INFO"] == ANSWER
    assert "questions about Kit" in page.content.decode()

    done = client.post(ANSWER, {"how_long": "Long", "recommend": "Yes"}, follow=True)
    assert "We have your answers" in done.content.decode()
    assert client.get(link, follow=True).status_code == 410


def test_half_an_answer_is_asked_for_again_with_what_was_typed(client, link):
    client.get(link)
    answer = client.post(ANSWER, {"how_long": "Since the canary club"})

    assert answer.status_code == 422
    assert "Since the canary club" in answer.content.decode()


def test_a_link_of_nobodys_opens_nothing(client, link):
    answer = client.get(reverse("mentoring:references-follow", args=["guessed"]), follow=True)

    assert answer.status_code == 410
    assert "Kit" not in answer.content.decode()


def test_staff_read_it_and_accept_it(client, link, rosa):
    client.get(link)
    client.post(ANSWER, {"how_long": "Long", "recommend": "Gladly"})
    client.force_login(rosa)
    reference = Message.objects.get().about_ref
    judge = reverse("mentoring:references-judge", args=[reference])

    assert "Gladly" in client.get(judge).content.decode()
    client.post(judge, {"accepted": "yes"})
    assert "Accepted" in client.get(judge).content.decode()
