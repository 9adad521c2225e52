"""Reports: early, late, twice, in any order, about nothing we know, forged. None breaks or regresses anything."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.urls import reverse
from twilio.request_validator import RequestValidator

from messaging.actions import numbers, receipts
from messaging.gateways.text_memory import TextMemory
from messaging.models import Text, TextEvent
from tests.messaging.test_sending import again, drain, look
from tests.messaging.texting import MORNING, NUMBER, promised, somebody, soon

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
URL = reverse("messaging:texts-report")
TOKEN = "token-of-the-tests"


@pytest.fixture
def sent() -> Text:
    text = promised()
    drain()
    return again(text)


def report(status, text=None, *, sid="", code=None, ref="", at=MORNING):
    receipts.note(sid=sid or text.sid, status=status, code=code, text_ref=ref, at=at)
    receipts.settle_all(at=at)


@pytest.mark.parametrize("order", list(permutations(["queued", "sent", "delivered", "sent"]))[:12])
def test_in_any_order_and_twice_it_ends_delivered(sent, order):
    for status in order:
        report(status, sent)

    assert (again(sent).status, again(sent).over_at) == ("delivered", MORNING)
    assert TextEvent.objects.filter(settled_at=MORNING).count() == 3


def test_the_first_end_stands_and_another_is_kept_as_a_conflict(sent, house):
    report("delivered", sent)
    report("undelivered", sent, code=30003)

    assert (again(sent).status, again(sent).conflicts, house.instead) == ("delivered", 1, [])
    assert TextEvent.objects.get(status="undelivered").conflict is True


def test_one_that_is_faster_than_the_answer_waits_for_it(house):
    report("delivered", sid="SM" + "0" * 32)
    text = promised()
    drain()

    assert again(text).status == "delivered"


def test_one_with_our_reference_binds_the_text_before_the_answer():
    text = promised()
    Text.objects.filter(pk=text.pk).update(status="sending", sending_at=MORNING, lease_until=soon(minutes=1))
    report("sent", sid="SMfast", ref=text.ref)

    assert (again(text).status, again(text).sid, again(text).lease_until) == ("sent", "SMfast", None)


def test_one_about_a_text_that_we_gave_up_is_a_conflict_and_it_does_not_go_again():
    text = promised()
    Text.objects.filter(pk=text.pk).update(status="cancelled", reason="cancelled")
    report("delivered", sid="SMlate", ref=text.ref)

    assert (again(text).status, again(text).sid, again(text).conflicts) == ("cancelled", "SMlate", 1)


@pytest.mark.parametrize("status", ["due", "held"])
def test_one_about_a_text_that_waits_again_shows_that_it_went(status):
    text = promised()
    Text.objects.filter(pk=text.pk).update(status=status, reason="x")
    report("sent", sid="SMlate", ref=text.ref)

    assert (again(text).status, drain()) == ("sent", 0)


def test_one_about_nothing_that_we_know_is_let_be(house):
    report("delivered", sid="SMnobody")
    assert TextEvent.objects.get().settled_at is None
    receipts.settle_all(at=soon(days=2))
    assert TextEvent.objects.get().settled_at == soon(days=2)


class TestEnds:
    @pytest.mark.parametrize("code", [30005, 30006])
    def test_a_bad_number_stops_its_other_texts(self, sent, house, code):
        other = promised(slot="other", send_after=soon(hours=1))
        report("undelivered", sent, code=code)

        assert (again(sent).status, again(sent).error_code, again(sent).reason) == ("undelivered", code, f"code-{code}")
        assert (again(other).status, numbers.number_of(NUMBER).bad_code) == ("refused", code)
        assert {ref for ref, _, _ in house.instead} == {sent.ref, other.ref}

    def test_an_opt_out_at_the_network_holds_here(self, sent):
        report("failed", sent, code=21610)

        assert numbers.number_of(NUMBER).stopped_at == MORNING

    @pytest.mark.parametrize("code", [30003, 30008])
    def test_a_phone_that_was_off_is_tried_once_more_and_only_once(self, sent, house, code):
        report("undelivered", sent, code=code)
        second = Text.objects.get(slot="day_before.again")
        assert (second.send_after, second.number, house.instead) == (soon(minutes=30), NUMBER, [])
        drain(soon(minutes=30))
        report("undelivered", again(second), code=code, at=soon(minutes=31))

        assert house.instead == [(second.ref, "undelivered", f"code-{code}")]
        assert Text.objects.count() == 2

    def test_not_once_more_when_it_would_be_too_late(self, house):
        text = promised(send_before=soon(minutes=20))
        drain()
        report("undelivered", again(text), code=30003)

        assert (Text.objects.count(), len(house.instead)) == (1, 1)

    @pytest.mark.parametrize("code", [30004, 30007])
    def test_what_networks_block_is_not_tried_again_and_the_third_a_day_raises_an_alarm(self, house, code):
        for n in range(4):
            text = promised(**somebody(n))
            drain()
            report("undelivered", again(text), code=code)

        assert (house.alarms, Text.objects.count(), len(house.instead)) == (["blocked"], 4, 4)


class TestWithoutAReport:
    def test_we_ask_after_an_hour(self, sent):
        look(soon(minutes=59))
        assert TextMemory.asked == []
        TextMemory.statuses[sent.sid] = ("delivered", None)
        look(soon(minutes=61))

        assert again(sent).status == "delivered"
        assert TextEvent.objects.get().source == "poll"

    def test_after_three_times_nobody_will_tell_us(self, sent):
        for hour in range(1, 30):
            look(soon(hours=hour))

        assert (again(sent).status, len(TextMemory.asked)) == ("no_receipt", 3)
        report("delivered", sent, at=soon(hours=40))
        assert again(sent).status == "delivered"


class TestTheDoor:
    @pytest.fixture(autouse=True)
    def token(self, settings):
        settings.TWILIO_AUTH_TOKEN = TOKEN
        settings.PUBLIC_BASE_URL = "https://alongside.example"

    def post(self, client, fields, *, query="", token=TOKEN, algorithm="HMAC_SHA1", signed=None, **headers):
        url = URL + query
        if signed is None:
            signed = RequestValidator(token).compute_signature("https://alongside.example" + url, fields, algorithm)
        if algorithm == "HMAC_SHA256":
            headers["HTTP_X_TWILIO_WEBHOOKS_SIGNATURE_SETTINGS"] = "key=k,algorithm=HMAC_SHA256"
        if signed:
            headers["HTTP_X_TWILIO_SIGNATURE"] = signed
        return client.post(url, fields, **headers)

    @pytest.mark.parametrize("algorithm", ["HMAC_SHA1", "HMAC_SHA256"])
    def test_a_signed_report_is_written_down_once(self, client, sent, algorithm):
        fields = {"MessageSid": sent.sid, "MessageStatus": "delivered", "Tomorrow": "a new one, Llŷr"}
        for _ in range(2):
            answer = self.post(client, fields, query=f"?ref={sent.ref}", algorithm=algorithm)
            assert answer.status_code == 204

        event = TextEvent.objects.get()
        assert (event.sid, event.status, event.text_ref, event.settled_at) == (sent.sid, "delivered", sent.ref, None)
        look(MORNING)
        assert again(sent).status == "delivered"

    @pytest.mark.parametrize(
        "forged",
        [{"token": "another"}, {"signed": ""}, {"signed": "nonsense"}, {"signed": "né"}, {"algorithm": "HMAC_SHA999"}],
    )
    def test_a_forged_one_changes_nothing(self, client, sent, forged):
        if forged.get("algorithm"):
            forged = {"HTTP_X_TWILIO_WEBHOOKS_SIGNATURE_SETTINGS": "algorithm=HMAC_SHA999"}
        answer = self.post(client, {"MessageSid": sent.sid, "MessageStatus": "delivered"}, **forged)

        assert (answer.status_code, TextEvent.objects.count()) == (403, 0)

    def test_a_signature_of_other_words_is_forged(self, client, sent):
        real = RequestValidator(TOKEN).compute_signature("https://alongside.example" + URL, {"MessageSid": sent.sid})
        answer = self.post(client, {"MessageSid": sent.sid, "MessageStatus": "delivered"}, signed=real)

        assert answer.status_code == 403

    def test_without_a_token_of_ours_nobody_is_believed(self, client, settings):
        settings.TWILIO_AUTH_TOKEN = ""
        assert self.post(client, {"MessageSid": "SM1", "MessageStatus": "sent"}, token="").status_code == 403

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"MessageSid": "SM1"},
            {"MessageStatus": "sent"},
            {"MessageSid": "x" * 5000, "MessageStatus": "sent"},
            {"MessageSid": "SM 1", "MessageStatus": "日本"},
        ],
    )
    def test_a_signed_one_that_makes_no_sense_is_let_be(self, client, fields):
        assert self.post(client, fields).status_code == 204
        assert TextEvent.objects.count() == 0

    @pytest.mark.parametrize("code", ["", "x", "-1", "9" * 40, "30003"])
    def test_whatever_stands_for_a_code_breaks_nothing(self, client, sent, code):
        self.post(client, {"MessageSid": sent.sid, "MessageStatus": "undelivered", "ErrorCode": code})
        look(soon(minutes=1))

        assert again(sent).error_code == (30003 if code == "30003" else None)

    def test_a_reading_of_it_is_not_taken(self, client):
        assert client.get(URL).status_code == 405


def test_an_hour_of_reports_is_settled_in_one_go(sent):
    for n in range(50):
        receipts.note(sid=f"SM{n}", status="sent", code=None, text_ref="", at=MORNING - timedelta(days=2))

    assert receipts.settle_all(at=MORNING) == 50
