"""What people text back: STOP holds at once, refusals in other words rest the number, and every text is kept once."""

import pytest
from django.db import connection
from django.urls import reverse
from twilio.request_validator import RequestValidator

from audit.models import Event
from common.transitions import NotAllowed
from messaging import hearing
from messaging.actions import numbers, replies
from messaging.gateways.text_memory import TextMemory
from messaging.models import InboundText, Text
from messaging.pointers import Pointer
from tests.messaging.test_sending import again, drain
from tests.messaging.texting import JO, MORNING, NUMBER, promised, somebody, soon

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
URL = reverse("messaging:inbound-texts-receive")


def said(body, *, sid="SMin", number=NUMBER, opt_out="", at=MORNING):
    return replies.receive(sid=sid, number=number, body=body, opt_out=opt_out, at=at)


def test_a_reply_is_kept_with_the_text_that_it_answers(house):
    text = promised()
    drain()
    inbound = said("Yes", at=soon(hours=1))

    assert (inbound.meaning, inbound.text_ref, inbound.recipient_ref) == ("yes", text.ref, JO.ref)
    assert house.replies == []
    assert (replies.hear_all(at=soon(hours=1)), replies.hear_all(at=soon(hours=2))) == (1, 0)
    assert [heard.pk for heard in house.replies] == [inbound.pk]


def test_a_late_reply_is_from_whoever_alone_has_the_number(house, monkeypatch):
    monkeypatch.setattr(hearing, "_whose", {"tests": {NUMBER: JO}.get})
    late, strange = said("Thanks"), said("Hello", sid="SMother", number="+447700900999")
    replies.hear_all(at=MORNING)

    late.refresh_from_db()
    strange.refresh_from_db()
    assert (late.recipient_type, late.recipient_ref, late.text_ref) == (JO.type, JO.ref, "")
    assert (strange.recipient_type, strange.recipient_ref) == ("", "")
    assert [heard.recipient_ref for heard in house.replies] == [JO.ref, ""]


def test_a_reply_to_a_text_stays_with_whom_that_went_to(monkeypatch):
    text = promised(recipient=Pointer("tests.person", "somebody"))
    drain()
    monkeypatch.setattr(hearing, "_whose", {"tests": {NUMBER: JO}.get})
    inbound = said("Yes")
    replies.hear_all(at=MORNING)

    inbound.refresh_from_db()
    assert (inbound.recipient_ref, inbound.text_ref) == ("somebody", text.ref)


def test_a_number_of_two_is_nobody_s(monkeypatch):
    monkeypatch.setattr(hearing, "_whose", {"one": {NUMBER: JO}.get, "another": {NUMBER: Pointer("x", "y")}.get})
    assert hearing.find_whose(NUMBER) is None


def test_the_same_text_twice_is_one_record_and_is_heard_once(house):
    assert said("Yes") is not None
    assert said("Yes") is None
    replies.hear_all(at=MORNING)

    assert (InboundText.objects.count(), len(house.replies)) == (1, 1)
    assert Event.objects.filter(verb="messaging.text.received").count() == 1


def test_stop_holds_at_once_and_start_lifts_it_for_this_number_only():
    text, other = promised(), promised(**somebody(1))
    said("STOP")
    drain()
    assert (again(text).reason, again(other).status, len(TextMemory.taken)) == ("opted-out", "accepted", 1)

    said("STOP", sid="SMother", number=somebody(1)["number"])
    said("START", sid="SMstart")
    assert numbers.number_of(NUMBER).stopped_at is None
    assert numbers.number_of(somebody(1)["number"]).stopped_at == MORNING


def test_a_yes_does_not_lift_a_stop():
    said("STOP")
    said("YES", sid="SMyes")

    assert numbers.number_of(NUMBER).stopped_at == MORNING


@pytest.mark.parametrize("body", ["please stop", "Wrong number", "who is this?", "Rhif anghywir"])
def test_a_refusal_in_other_words_rests_the_number_and_holds_its_texts(house, body):
    text = promised()
    said(body)
    drain()

    assert (again(text).status, again(text).reason, TextMemory.taken) == ("held", "number-paused", {})
    assert (numbers.number_of(NUMBER).paused_at, house.instead) == (MORNING, [(text.ref, "held", "number-paused")])


@pytest.mark.parametrize("body", ["", "👍", "x" * 5000, "\x07\u202edlrow", "日本"])
def test_whatever_is_said_is_kept(body):
    inbound = said(body)

    assert len(inbound.body) <= 1600
    assert "\x07" not in inbound.body


@pytest.mark.parametrize("number", ["ALONGSIDE", "60777", "+15005550001"])
def test_a_text_from_anywhere_is_kept(number):
    assert said("Hello", number=number).recipient_ref == ""


def test_words_and_number_are_sealed():
    said("A canary sings")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM messaging_inboundtext")
        row = str(cursor.fetchall())

    assert "canary" not in row
    assert "900123" not in row


def test_one_that_cannot_be_passed_on_holds_up_no_other_and_is_tried_again(house, monkeypatch):
    said("Yes"), said("No", sid="SM2")
    heard = []

    def listen(inbound, at):
        if inbound.meaning == "yes" and not heard[1:]:
            heard.append("tried")
            raise ValueError
        heard.append(inbound.meaning)

    monkeypatch.setattr(hearing, "_on_reply", {"tests": listen})
    assert replies.hear_all(at=MORNING) == 1
    assert replies.hear_all(at=MORNING) == 1
    assert heard == ["tried", "no", "yes"]


def test_somebody_deals_with_it_once(rosa):
    inbound = said("Can we do 3?")
    replies.handle(inbound=inbound, by=rosa, at=MORNING)

    assert (inbound.handled_at, inbound.handled_by_ref) == (MORNING, rosa.ref)
    with pytest.raises(NotAllowed):
        replies.handle(inbound=inbound, by=rosa, at=MORNING)


class TestTheDoor:
    @pytest.fixture(autouse=True)
    def token(self, settings):
        settings.TWILIO_AUTH_TOKEN = "t"
        settings.PUBLIC_BASE_URL = "https://alongside.example"

    def post(self, client, fields, token="t"):
        signed = RequestValidator(token).compute_signature("https://alongside.example" + URL, fields)
        return client.post(URL, fields, HTTP_X_TWILIO_SIGNATURE=signed)

    def test_it_says_nothing_itself_since_that_would_go_past_the_gates(self, client):
        for _ in range(2):
            answer = self.post(client, {"MessageSid": "SM1", "From": NUMBER, "Body": "Hello\n’日", "NumMedia": "0"})
            assert (answer.status_code, answer["Content-Type"]) == (200, "text/xml")
            assert answer.content.endswith(b"<Response></Response>")

        assert InboundText.objects.get().body == "Hello\n’日"
        assert Text.objects.count() == 0

    def test_a_forged_stop_stops_nobody(self, client):
        answer = self.post(client, {"MessageSid": "SM1", "From": NUMBER, "Body": "STOP"}, token="another")

        assert (answer.status_code, InboundText.objects.count(), numbers.number_of(NUMBER)) == (403, 0, None)

    @pytest.mark.parametrize(
        "fields", [{}, {"From": NUMBER}, {"MessageSid": "SM1"}, {"MessageSid": "x" * 99, "From": "?"}]
    )
    def test_one_that_makes_no_sense_is_let_be(self, client, fields):
        assert self.post(client, fields).status_code == 200
        assert InboundText.objects.count() == 0

    def test_twilio_may_say_itself_that_they_stopped(self, client):
        self.post(client, {"MessageSid": "SM1", "From": NUMBER, "Body": "enough now", "OptOutType": "STOP"})

        assert numbers.number_of(NUMBER).stopped_at is not None
