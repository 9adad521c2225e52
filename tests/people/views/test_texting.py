"""The pages on which a phone is checked and a way of being reminded is chosen."""

import json

import pytest
from django.urls import reverse

from messaging.models import Text
from people.actions import contact_points
from people.models import TextChoice
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def point(jo, rosa):
    return contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=False, by=rosa, at=NOW)


@pytest.fixture
def by_day(time_machine):
    """Texts go by day."""
    time_machine.move_to(NOW, tick=False)


def url(name, jo, point):
    return reverse(f"people:contact_points-{name}", args=[jo.ref, point.ref])


def test_a_code_is_sent_and_typed_in(client, rosa, jo, point, by_day):
    client.force_login(rosa)
    sent = client.post(url("send_code", jo, point))
    assert sent.url == url("take_code", jo, point)
    code = json.loads(Text.objects.get().values)["code"]
    taken = client.post(sent.url, {"code": code, "safe_to_use": "on"}, follow=True)
    assert "That is their phone" in taken.content.decode()


def test_a_wrong_code_keeps_the_page_and_says_so(client, rosa, jo, point, by_day):
    client.force_login(rosa)
    client.post(url("send_code", jo, point))
    code = json.loads(Text.objects.get().values)["code"]
    page = client.post(url("take_code", jo, point), {"code": f"{(int(code) + 1) % 1000000:06}"})
    assert page.status_code == 422
    assert "That is not the code" in page.content.decode()


def test_why_no_code_can_go_is_said(client, rosa, jo, point, time_machine):
    time_machine.move_to(NOW.replace(hour=23), tick=False)
    client.force_login(rosa)
    page = client.post(url("send_code", jo, point))
    assert page.status_code == 422
    assert "between 8 in the morning" in page.content.decode()


def test_their_team_writes_down_how_they_want_to_be_reminded(client, rosa, jo):
    client.force_login(rosa)
    sent = {"everything": "text", "mentoring_meeting_ahead": "hand", "how": "spoken"}
    client.post(reverse("people:text_choices-choose", args=[jo.ref]), sent)
    assert TextChoice.objects.standing(jo) == {"": "text", "mentoring.meeting.ahead": "hand"}


def test_a_mentor_chooses_for_themselves(client, sam):
    client.force_login(sam)
    client.post(reverse("people:text_choices-own"), {"everything": "email"})
    chosen = TextChoice.objects.get(person=sam.person)
    assert (chosen.by_what, chosen.how, chosen.chosen_by) == ("email", "themselves", sam)


def test_an_answer_that_is_missing_is_asked_for_again(client, sam):
    client.force_login(sam)
    assert client.post(reverse("people:text_choices-own"), {"everything": ""}).status_code == 422


def test_a_login_without_a_record_is_led_home_kindly(client, make_user):
    client.force_login(make_user("newcomer", "peer_mentor"))
    page = client.get(reverse("people:text_choices-own"), follow=True)
    assert "once you have been made a mentor" in page.content.decode()
