"""“What help could I get?”: asked by anyone, answered at once, and kept nowhere."""

import pytest
import time_machine
from django.urls import reverse

from audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("morning")]
BORN = {"born_0": "10", "born_1": "3", "born_2": "2006"}
TEN_TO_EIGHTEEN = {"in_care_1": "on", "since_1": "10", "until_1": "18", "how_1": "C2"}
ALL = {**BORN, "nation": "E", **TEN_TO_EIGHTEEN, "locked_up": "no", "guardian": "no", "home": "no"}


@pytest.fixture
def morning():
    with time_machine.travel("2026-11-28T10:00:00+00:00", tick=False):
        yield


def ask(client, **changes):
    return client.post(reverse("pages:rights-ask"), {**ALL, **changes})


def test_it_tells_what_and_why_and_what_to_say(client):
    text = ask(client).content.decode()

    assert "<strong>Former relevant child</strong>" in text
    assert "Children Act 1989 section 23C(1)" in text
    assert "On 10 March 2027 this changes to: Former relevant child, 21 to 24: when you ask." in text
    assert "who my personal adviser is" in text
    assert 'value="2006"' in text  # what was typed stands below, to be changed


def test_where_it_depends_on_the_days_it_says_so(client):
    text = ask(client, since_1="15", until_1="16").content.decode()

    assert "It depends on the days" in text
    assert "Qualifying for advice and help" in text


def test_a_reader_gets_no_cookie_and_nobody_keeps_the_answer(client):
    before = Entry.objects.count()
    opened, answered = client.get(reverse("pages:rights-ask")), ask(client)

    assert (dict(opened.cookies), dict(answered.cookies)) == ({}, {})
    assert "no-store" in answered["Cache-Control"]
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"born_0": "", "born_1": "", "born_2": ""}, "Enter the date."),
        ({"born_2": "2030"}, "This day has not come yet. Check the year."),
        ({"since_1": "12", "until_1": "9"}, "This is younger than when it began. Check both."),
        ({"born_2": "2015", "since_1": "14"}, "You are not that old yet."),
        ({"since_1": "99"}, "Choose one of the answers in the list."),
    ],
)
def test_what_cannot_be_is_said_beside_the_question(client, changes, says):
    answer = ask(client, **changes)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "What we think" not in answer.content.decode()


def test_not_sure_of_anything_is_an_answer(client):
    text = ask(client, since_1="", until_1="", how_1="", locked_up="", guardian="", home="").content.decode()

    assert "May be entitled: ask" in text
