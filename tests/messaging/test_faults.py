"""Every fault of the reference, met with the real client over HTTP: none sent twice, none lost, none moved back."""

import logging
from datetime import timedelta

import pytest

from messaging.actions import numbers, withdrawals
from messaging.models import InboundText, Sender, Text
from messaging.pointers import Pointer
from tests.messaging.standin import process, world
from tests.messaging.texting import NUMBER, SESSION, STARTS, promised, soon

__all__ = ["process", "world"]
pytestmark = pytest.mark.usefixtures("socket_enabled")

HELD, DELIVERED, UNDELIVERED, FAILED = "held", "delivered", "undelivered", "failed"
# The last two figures of the magic number, what becomes of the text, and how often Twilio must have accepted it.
FAULTS = {
    "03 500, never accepted": (HELD, 0),
    "04 503, never accepted": (HELD, 0),
    "05 500 twice, then accepted": (DELIVERED, 1),
    "06 no answer, never accepted": (HELD, 0),
    "07 accepted, no answer": (DELIVERED, 1),
    "08 accepted, connection reset": (DELIVERED, 1),
    "09 accepted, 500": (DELIVERED, 1),
    "10 reset, never accepted": (HELD, 0),
    "11 accepted, reset the first time": (DELIVERED, 1),
    "12 accepted, no answer the first time": (DELIVERED, 1),
    "13 accepted, answer cut short": (DELIVERED, 1),
    "14 accepted, answer unreadable": (DELIVERED, 1),
    "15 502 in HTML": (HELD, 0),
    "16 accepted, 503 the first time": (DELIVERED, 1),
    "17 accepted, connection closed": (DELIVERED, 1),
    "18 accepted, answer far too late": (DELIVERED, 1),
    "19 no answer the first time, not accepted": (DELIVERED, 1),
    "20 503 as a problem document": (HELD, 0),
    "21 not a number": (FAILED, 0),
    "22 opted out": (FAILED, 0),
    "23 not a mobile": (FAILED, 0),
    "25 not reachable from ours": (FAILED, 0),
    "29 trial account": (FAILED, 0),
    "30 phone off": (UNDELIVERED, 1),
    "31 unknown phone": (UNDELIVERED, 1),
    "32 landline": (UNDELIVERED, 1),
    "33 unknown error": (UNDELIVERED, 1),
    "34 blocked": (UNDELIVERED, 1),
    "35 filtered": (UNDELIVERED, 1),
    "36 queue overflow": (FAILED, 1),
    "37 opted out, told later": (FAILED, 1),
    "38 too late at the network": (FAILED, 1),
    "40 delivered before sent": (DELIVERED, 1),
    "41 every report twice": (DELIVERED, 1),
    "42 forged reports only": (DELIVERED, 1),
    "43 one forged report besides": (DELIVERED, 1),
    "44 no report": (DELIVERED, 1),
    "45 sent, and never an end": ("no_receipt", 1),
    "46 report before the answer": (DELIVERED, 1),
    "47 delivered, then undelivered": (DELIVERED, 1),
    "48 a report about a stranger": (DELIVERED, 1),
    "49 a report without a status": (DELIVERED, 1),
    "50 parameters that nobody knows": (DELIVERED, 1),
    "51 signed in SHA-256": (DELIVERED, 1),
    "52 reports without a signature": (DELIVERED, 1),
    "53 reports in any order": (DELIVERED, 1),
    "54 signed with another token": (DELIVERED, 1),
}


def magic(last: str) -> str:
    return f"+4477009009{last}"


def to(last: str, **changes) -> Text:
    return promised(
        recipient=Pointer("tests.person", f"person{last}"), subject=Pointer("tests.session", f"session{last}"),
        number=magic(last), **changes,
    )  # fmt: skip


def posted(world) -> int:
    return sum(1 for request in world.control.requests()["requests"] if request["method"] == "POST")


def still_going() -> bool:
    soon_due = Text.objects.filter(try_at__lt=soon(minutes=20))
    return soon_due.filter(status__in=["due", "claimed", "sending", "unknown"]).exists()


def test_every_fault(world, caplog):
    texts = {row: to(row[:2]) for row in FAULTS}
    with caplog.at_level(logging.DEBUG):
        world.work(lambda: not still_going(), seconds=60)
        for hours in (1.1, 3.3, 8):  # what had no report is asked about, three times
            world.moved = timedelta(hours=hours)
            world.look()

    found, stats = {}, world.control.stats()
    for row, text in texts.items():
        text.refresh_from_db()
        found[row] = (text.status, len(world.control.messages(to=text.number, body="a reminder")["messages"]))
    assert {row: (found[row], FAULTS[row]) for row in FAULTS if found[row] != FAULTS[row]} == {}
    again = set(Text.objects.filter(slot__endswith=".again").values_list("recipient_ref", flat=True))
    assert again == {"person30", "person33", "person36"}
    assert stats["duplicates"]["extra_messages"] == 0
    assert (stats["callbacks"]["forged_taken_as_2xx"], stats["quiet_hours"], stats["sensitive_bodies"]) == (0, 0, 0)
    assert not [code for code in stats["callbacks"]["by_http"] if str(code).startswith("5")]
    assert texts["47 delivered, then undelivered"].conflicts == 1
    assert not [secret for secret in (magic(""), "we meet tomorrow") if secret in said(caplog)]
    bad = {last for last in ("21", "23", "31", "32") if numbers.number_of(magic(last)).bad_at}
    assert bad == {"21", "23", "31", "32"}
    assert numbers.number_of(magic("22")).stopped_at and numbers.number_of(magic("37")).stopped_at


def said(caplog) -> str:
    """What our own loggers were given: messages and everything beside them."""
    spoke = [record for record in caplog.records if record.name.startswith(("messaging", "worker", "alongside"))]
    return " ".join(str(record.__dict__) for record in spoke)


@pytest.mark.parametrize("code", [63038, 20003, 21408])
def test_when_the_account_is_at_fault_posts_stop_within_three(world, house, code):
    """An account at fault turns down every text, whoever it is for."""
    world.control.faults({"match": {}, "error": code})
    texts = [to(f"{n}") for n in range(60, 71)]
    world.drain()
    world.drain()

    assert 1 <= posted(world) <= 3
    assert house.alarms == ["sender-stopped"]
    assert Text.objects.filter(pk__in=[text.pk for text in texts], status="due").count() == 11
    assert world.control.stats()["accepted"] == 0


def test_too_many_at_once_is_borne_without_a_loss(world):
    world.control.config({"max_concurrency": 1, "latency_ms": 30, "retry_after": 0})
    for n in range(55, 85):
        to(f"{n}")
    to("02")
    world.work(lambda: not still_going(), seconds=60)

    stats = world.control.stats()
    posts = posted(world)
    assert (stats["accepted_unique"], stats["duplicates"]["extra_messages"]) == (31, 0)
    assert posts <= 2 * 31
    assert Sender.objects.get().at_once < 8


def test_stop_stop_in_other_words_and_twice(world, house, settings):
    url = settings.PUBLIC_BASE_URL + "/hooks/texts/receive/"
    inbound = {"from": NUMBER, "to": "+447700900000", "url": url}
    promised(send_after=soon(hours=1))
    forged = world.control.inbound({**inbound, "body": "STOP", "signature": "forged"})
    assert InboundText.objects.count() == 0, forged

    world.control.inbound({**inbound, "body": "Yes", "copies": 2})
    world.control.inbound({**inbound, "body": "STOP", "signature": "sha256"})
    world.control.inbound({**inbound, "from": magic("60"), "body": "wrong number"})
    to("60", send_after=soon(hours=1))
    world.moved = timedelta(hours=2)
    world.drain()
    world.look()

    assert sorted(InboundText.objects.values_list("meaning", flat=True)) == ["stop", "wrong_number", "yes"]
    assert sorted(Text.objects.values_list("status", flat=True)) == ["held", "refused"]
    stats = world.control.stats()
    assert (stats["accepted"], stats["optout_attempts"], len(house.replies)) == (0, 0, 3)


def test_moved_while_it_was_on_its_way(world):
    text = promised(number=magic("07"))
    world.drain()
    [out] = withdrawals.supersede(subject=SESSION, version=2, by=None, at=world.clock())
    for _ in range(2):
        withdrawals.correct_if_out(
            out=[out], subject=SESSION, version=2, kind="tests.moved", template="tests.moved", values={"time": "3pm"},
            by=None, at=world.clock(), starts=STARTS,
        )  # fmt: skip
    world.work(lambda: not still_going(), seconds=30)

    text.refresh_from_db()
    assert text.status == "delivered"
    bodies = [message["body"] for message in world.control.messages(to=magic("07"))["messages"]]
    assert sorted(body[:30] for body in bodies) == ["Hi Jo, a reminder that we meet", "Hi Jo, we now meet at 3pm. Rep"]


def test_a_messaging_service_will_do_too(world, settings):
    settings.TWILIO_FROM, settings.TWILIO_MESSAGING_SERVICE_SID = "", "MG" + "1" * 32
    text = to("60")
    world.work(lambda: Text.objects.filter(pk=text.pk, status="delivered").exists(), seconds=30)

    text.refresh_from_db()
    assert text.status == "delivered"
