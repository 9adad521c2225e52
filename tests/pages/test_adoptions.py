"""Organisations tell us that they use a tool, and are named once somebody has looked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from pages import unwanted
from pages.actions import adoptions
from pages.models import Adoption
from tests.conftest import NOW
from tests.pages.tools import TOLD, publish

pytestmark = pytest.mark.django_db
WHERE = "/tools/who-does-what/1/used/"


def typed(**changes):
    """The form as somebody sends it who took a minute over it."""
    return {**TOLD, "opened": unwanted.stamp(timezone.now() - timedelta(minutes=1)), **changes}


def test_an_organisation_says_that_it_uses_a_tool_and_is_named_when_somebody_looked(client, tool, evie):
    got = client.post(WHERE, typed(is_public="on", key="0abd"))
    assert (got.status_code, dict(got.cookies)) == (302, {})
    told = Adoption.objects.get()
    assert told.status == "waiting"
    assert "HMP Made Up" not in client.get("/tools/who-does-what/?1").content.decode()

    client.force_login(evie)
    address = reverse("pages:adoptions-page", args=[told.ref])
    assert "team@example.org" in client.get(address).content.decode()
    assert client.post(address, {"step": "confirm"}).status_code == 302
    client.logout()
    text = client.get("/tools/who-does-what/?2").content.decode()
    assert "HMP Made Up" in text
    assert "team@example.org" not in text
    assert Entry.objects.filter(verb="pages.adoption.opened", kind="look").count() == 2
    assert Entry.objects.filter(verb="pages.adoption.confirmed").count() == 1


@pytest.mark.parametrize(("changes", "says"), [
    ({"organisation": ""}, "This needs an answer."),
    ({"kind": "x"}, "Choose one of the answers in the list."),
    ({"email": "x"}, "Enter an email address"),
])  # fmt: skip
def test_what_cannot_be_is_said_beside_the_question(client, tool, changes, says):
    got = client.post(WHERE, typed(**changes))

    assert got.status_code == 422
    assert says in got.content.decode()
    assert "Shorter." in got.content.decode()
    assert not Adoption.objects.exists()


def test_whoever_looks_like_a_machine_is_asked_once_more_and_loses_nothing(client, tool):
    asked = client.post(WHERE, typed(website="https://x.example"))

    assert asked.status_code == 422
    assert "press the button once more" in asked.text
    assert "HMP Made Up" in asked.text
    assert not Adoption.objects.exists()


def test_too_many_at_once_are_told_to_wait_and_keep_what_they_typed(client, tool, monkeypatch):
    monkeypatch.setattr(unwanted, "MOST_AN_HOUR", 0)
    assert "HMP Made Up" in (from_here := client.post(WHERE, typed())).text
    monkeypatch.undo()
    monkeypatch.setattr(adoptions, "MOST_A_DAY", 0)
    assert "HMP Made Up" in (from_all := client.post(WHERE, typed())).text

    assert (from_here.status_code, from_all.status_code) == (422, 422)
    assert not Adoption.objects.exists()


def test_the_same_form_sent_twice_is_one_record(client, tool):
    for _ in range(2):
        client.post(WHERE, typed(key="0abe"))
    assert Adoption.objects.count() == 1


def test_who_was_not_asked_is_not_named(client, told, evie):
    Adoption.objects.update(is_public=False)
    adoptions.decide(adoption=told, step="confirm", by=evie, at=NOW)
    assert "HMP Made Up" not in client.get("/tools/who-does-what/").content.decode()


def test_taken_back_it_is_off_the_list_and_nobody_can_be_reached(client, told, evie):
    for step in ("confirm", "withdraw"):
        adoptions.decide(adoption=told, step=step, by=evie, at=NOW)
    told.refresh_from_db()
    assert (told.status, told.email) == ("withdrawn", "")
    assert "HMP Made Up" not in client.get("/tools/who-does-what/").content.decode()


def test_what_was_declined_by_mistake_can_be_confirmed(told, evie):
    adoptions.decide(adoption=told, step="decline", by=evie, at=NOW)
    adoptions.decide(adoption=told, step="confirm", by=evie, at=NOW + timedelta(hours=1))
    assert Adoption.objects.named().count() == 1


def test_staff_see_who_is_behind_a_version_that_matters(client, told, tool, evie):
    client.force_login(evie)
    publish(tool, change_note="A comma.")
    assert "Yes: there is version" not in client.get(reverse("pages:adoptions-index")).content.decode()
    publish(tool, words="Never ask why.", change_note="Never ask why.", is_material=True)

    assert "Yes: there is version 3" in client.get(reverse("pages:adoptions-index")).content.decode()
    file = client.get(reverse("pages:adoptions-take-out")).getvalue().decode()
    assert "HMP Made Up,A prison," in file
    assert "team@example.org" not in file


def test_nobody_else_sees_who_told_us(client, told, max_):
    client.force_login(max_)
    for address in (reverse("pages:adoptions-index"), reverse("pages:adoptions-page", args=[told.ref])):
        assert client.get(address).status_code == 403


def test_the_address_to_answer_to_is_sealed(told):
    stored = Adoption.objects.values_list("email", flat=True).get()
    assert "team" not in str(stored)
