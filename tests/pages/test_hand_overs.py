"""Getting in touch: five public forms, each an envelope that nobody opens but whoever may take it."""

import io
import re
from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts.models import User
from audit.models import Entry
from common.sealed import Sealed
from common.sheet_codes import why_not_a_code
from mentoring.models import MentorApplication, Referral, Task
from messaging.models import Message
from pages import unwanted
from pages.actions import hand_overs
from pages.models import HandOver
from pages.rules import hand_overs as rules
from people.models import Person
from tests.conftest import NOW
from tests.pages.getting_in_touch import SAID, form, page

pytestmark = pytest.mark.django_db
KINDS = list(SAID)


@pytest.mark.parametrize("kind", KINDS)
def test_anybody_sends_each_form_and_is_given_a_code_and_a_day(client, kind):
    answer = client.post(page(kind), form(kind))

    [kept] = HandOver.objects.all()
    assert answer["Location"] == reverse("pages:hand_overs-thanks", args=[kept.ref])
    assert (kept.kind, kept.way, kept.status, kept.said["name"]) == (kind, "web", "waiting", SAID[kind]["name"])
    thanks = client.get(answer["Location"]).text
    assert kept.code_in_fours in thanks
    assert f"{kept.due_on:%-d %B %Y}" in thanks
    assert SAID[kind]["name"] not in thanks
    assert not client.cookies


def test_what_is_sent_is_sealed_and_makes_no_person(client):
    client.post(page(), form())

    assert isinstance(HandOver.objects.values_list("contents", flat=True).get(), Sealed)
    assert (Person.objects.count(), Referral.objects.count(), MentorApplication.objects.count()) == (0, 0, 0)
    assert Entry.objects.get(verb="pages.hand_over.sent").detail == {"kind": "ask", "way": "web"}


def test_five_doors_stand_on_one_page_with_what_to_do_in_danger(client):
    said = client.get(reverse("pages:hand_overs-index")).text

    assert all(page(kind) in said for kind in KINDS)
    assert "tel:999" in said
    assert "not put a telephone number" in said


def test_how_else_we_are_reached_is_said_where_the_programme_says_it(client, settings):
    settings.PROGRAMME_TELEPHONE, settings.PROGRAMME_ADDRESS = "0113 496 0000", ["Freepost ALONGSIDE"]
    said = client.get(page()).text

    assert "0113 496 0000" in said
    assert "Freepost ALONGSIDE" in said
    assert "not put a telephone number" not in said


# ---------------------------------------------------------------- How to reach them


def test_no_telephone_is_kept_of_somebody_in_prison(client):
    client.post(page(), form(phone="07700 900123", phone_says=["text"], email="w@example.org"))

    said = HandOver.objects.get().said
    assert (said["reach"], said["prison"]) == ("inside", "HMP Leeds")
    assert not {"phone", "phone_says", "email"} & set(said)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "Enter the name you like"),
        ({"reach": ""}, "Choose one way"),
        ({"reach": "phone", "phone": "123"}, "Enter a telephone number"),
        ({"reach": "email", "email": ""}, "Enter an email address"),
        ({"reach": "letter"}, "Enter the address"),
        ({"reach": "somebody"}, "Say who it is"),
        ({"prison": ""}, "which prison you are in"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client, said, words):
    answer = client.post(page(), form(**said))

    assert answer.status_code == 422
    assert words in answer.text
    assert "To talk" in answer.text
    assert not HandOver.objects.exists()


def test_nothing_is_needed_that_need_not_be(client):
    bare = {"name": "Wren", "reach": "somebody", "through": "Ann, my worker"}

    for n, kind in enumerate(("ask", "mentor", "files")):
        client.post(page(kind), {"opened": form()["opened"], "key": f"bare{n}", **bare})
    assert HandOver.objects.count() == 3


def test_nobody_is_referred_who_has_not_said_yes_and_nothing_is_kept(client):
    answer = client.post(page("refer"), form("refer", said_yes="not_yet"))

    assert answer.status_code == 200
    assert "Ask them first" in answer.text
    assert "Wren" not in answer.text
    assert not HandOver.objects.exists()


def test_a_yes_of_tomorrow_is_no_yes(client):
    day = timezone.localdate() + timedelta(days=1)
    when = {"agreed_on_0": day.day, "agreed_on_1": day.month, "agreed_on_2": day.year}

    assert client.post(page("refer"), form("refer", **when)).status_code == 422


# ---------------------------------------------------------------- Machines, and nobody else


def test_the_page_as_it_is_drawn_can_be_sent(client, monkeypatch):
    monkeypatch.setattr(unwanted, "QUICKEST", timedelta(seconds=-1))
    drawn = dict(re.findall(r'name="(key|opened)"\s+value="([^"]+)"', client.get(page()).text))

    assert client.post(page(), form(**drawn)).status_code == 302


@pytest.mark.parametrize(
    "said", [{"ago": 1}, {"ago": 90_000}, {"opened": "forged"}, {"website": "http://spam.example"}]
)
def test_whatever_looks_like_a_machine_is_asked_once_more_and_loses_nothing(client, said):
    answer = client.post(page(), form(**said))

    assert answer.status_code == 422
    assert "press the button once more" in answer.text
    assert "To talk" in answer.text
    assert not HandOver.objects.exists()
    drawn = dict(re.findall(r'name="(key|opened)"\s+value="([^"]+)"', answer.text))
    assert client.post(page(), form(**drawn)).status_code == 302


def test_somebody_slow_is_never_stopped(client):
    assert client.post(page(), form(ago=23 * 3600)).status_code == 302


def test_many_from_one_neighbourhood_are_told_how_else(client, monkeypatch):
    monkeypatch.setattr(unwanted, "MOST_AN_HOUR", 2)
    answers = [client.post(page(), form(key=f"k{n}", name=f"N{n}"), REMOTE_ADDR=f"192.0.2.{n}") for n in range(3)]
    elsewhere = client.post(page(), form(key="k9", name="N9"), REMOTE_ADDR="198.51.100.1")

    assert [answer.status_code for answer in [*answers, elsewhere]] == [302, 302, 422, 302]
    assert "Other ways to reach us" in answers[2].text


def test_sent_twice_it_is_one_also_under_another_key(client):
    first, again = (client.post(page(), form()) for _ in range(2))
    other = client.post(page(), form(key="another"))

    assert first["Location"] == again["Location"] == other["Location"]
    assert HandOver.objects.count() == 1


# ---------------------------------------------------------------- Danger


def test_words_of_danger_are_read_the_same_day(client, nadia):
    User.objects.filter(pk=nadia.pk).update(email="nadia@example.org")
    client.post(page(), form(words="Some nights I want to die"))

    kept = HandOver.objects.get()
    assert (kept.urgent, kept.due_on) == (True, timezone.localdate())
    assert Task.objects.get().kind == "hand_over_urgent"
    told = Message.objects.get()
    assert told.to == "nadia@example.org"
    assert "die" not in told.text
    client.force_login(nadia)
    assert "Some nights" in client.get(reverse("pages:inbox-detail", args=[kept.ref])).text


# ---------------------------------------------------------------- Time


def sent_and_answered(days, by, n):
    sent = hand_overs.send(kind="ask", said={"name": f"N{n}"}, key=f"t{n}", by=None, at=NOW - timedelta(days=14))
    hand_overs.take(hand_over=sent, by=by, at=NOW)
    return hand_overs.answer(hand_over=sent, note="Rang", by=by, at=NOW - timedelta(days=14 - days))


def test_how_long_it_takes_is_said_from_five_answers_on(client, rosa, monkeypatch):
    monkeypatch.setattr("pages.views.hand_overs.timezone.now", lambda: NOW)
    for n in range(4):
        sent_and_answered(3, rosa, n)
    assert "In the last three months" not in client.get(page()).text

    sent_and_answered(9, rosa, 5)
    said = " ".join(client.get(page()).text.split())
    assert "half of those who wrote had an answer within 3 working days, and nine out of ten within 7" in said


@pytest.mark.parametrize(
    ("days", "words"), [([1] * 4, None), ([0] * 5, (1, 1)), ([1, 2, 3, 4, 50], (3, 50)), (range(1, 11), (5, 9))]
)
def test_half_and_nine_in_ten_are_counted(days, words):
    found = rules.usual(list(days))

    assert (found and (found.half, found.most)) == words


# ---------------------------------------------------------------- Letting go


def test_what_was_answered_is_emptied_what_waits_stays_and_spam_goes(rosa):
    answered = sent_and_answered(1, rosa, 1)
    spam = hand_overs.send(kind="ask", said={"name": "Buy"}, key="spam", by=None, at=NOW)
    hand_overs.set_aside(hand_over=spam, by=rosa, at=NOW)
    waits = hand_overs.send(kind="ask", said={"name": "Wren"}, key="waits", by=None, at=NOW - timedelta(days=400))

    assert hand_overs.let_go(by=None, at=NOW) == (0, 0)
    assert hand_overs.let_go(by=None, at=NOW + timedelta(days=31)) == (1, 1)
    assert hand_overs.let_go(by=None, at=NOW + timedelta(days=31)) == (0, 0)
    answered.refresh_from_db()
    waits.refresh_from_db()
    assert (answered.said, answered.note, waits.said) == ({}, "", {"name": "Wren"})
    assert not HandOver.objects.filter(pk=spam.pk).exists()


# ---------------------------------------------------------------- On paper


@pytest.mark.parametrize("large", ["", "?large"])
@pytest.mark.parametrize("kind", ["files", "training"])
def test_each_form_is_there_on_paper_with_a_code(client, kind, large):
    answer = client.get(reverse("pages:hand_overs-paper", args=[kind]) + large)

    paper = PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    said = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"].value
    assert why_not_a_code(re.search(r"Keep this code: (\S+)\.", said)[1]) == []
    for words in ("What do you like" if kind == "files" else "What is your name", "What day was this written"):
        assert words in said
    assert large or len(paper.pages) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_promise_of_each_kind_is_in_the_settings(kind):
    assert configured.HAND_OVER_WORKING_DAYS[kind] >= 1
