"""“When should an answer come?”: the law's clock, with its working, for anyone, and kept nowhere."""

import pytest
import time_machine
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning")]


@pytest.fixture
def morning():
    with time_machine.travel("2026-11-28T10:00:00+00:00", tick=False):
        yield


def a_day(name: str, text: str) -> dict[str, str]:
    return {f"{name}_{n}": part for n, part in enumerate(text.split())}


def ask(client, received="3 9 2026", holder="uk_gdpr", basis="confirmed", more=None, **days):
    told = {"holder": holder, "basis": basis, **a_day("received", received), **(more or {})}
    for name, text in days.items():
        told |= a_day(name, text)
    return client.post(reverse("pages:dates-ask"), told)


def test_a_month_that_ends_on_a_saturday_ends_on_monday(client):
    text = ask(client).content.decode()

    assert "The last day is Monday 5 October 2026." in text
    assert "They are late." in text
    assert "Offices are closed on Saturday 3 October 2026, Sunday 4 October 2026." in text


def test_a_guess_makes_nobody_late(client):
    text = ask(client, basis="assumed").content.decode()

    assert "That is a guess" in text
    assert "They are late" not in text


def test_a_question_nobody_answered_stops_the_time(client):
    text = ask(client, received="2 11 2026", question_asked="10 11 2026").content.decode()

    assert "The time stands still" in text
    assert "days left" in text


def test_proof_that_they_wait_for(client):
    text = ask(client, received="2 11 2026", proof_asked="4 11 2026").content.decode()

    assert "The time has not started yet." in text


@pytest.mark.parametrize(
    ("more", "due"), [({"gave_reason": "on"}, "Thursday 3 December 2026"), ({}, "Monday 5 October 2026")]
)
def test_more_time_counts_with_a_reason_alone(client, more, due):
    assert f"The last day is {due}." in ask(client, more_time="1 10 2026", more=more).content.decode()


def test_an_answer_that_came_late(client):
    text = ask(client, answered="9 10 2026", more={"answer": "full_reply"}).content.decode()

    assert "The last day was Monday 5 October 2026." in text
    assert "They answered after it." in text
    assert "What to say" not in text


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"received": "1 1 2030"}, "This day has not come yet."),
        ({"question_asked": "1 9 2026"}, "This is before the day on which your letter reached them. Check both."),
        ({"question_answered": "9 9 2026"}, "When did they ask? Then we can count."),
        ({"more": {"answer": "refusal"}}, "Enter the day on which they answered."),
        ({"answered": "9 9 2026"}, "Choose what they answered."),
        ({"received": "31 2 2026"}, "That date does not exist. Check the day and the month."),
    ],
)
def test_what_cannot_be_is_said_beside_the_question(client, told, says):
    answer = ask(client, **told)

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_reader_gets_no_cookie(client):
    answered = ask(client)

    assert (dict(answered.cookies), dict(client.get(reverse("pages:dates-ask")).cookies)) == ({}, {})
    assert "no-store" in answered["Cache-Control"]
