"""What is promised, what is said, and what is never said twice."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django_tasks_db.models import DBTaskResult

from audit.models import Event
from messaging import addresses
from messaging.actions import delivery
from messaging.actions.outbox import promise
from messaging.gateways import Refused
from messaging.gateways.memory import MemoryGateway
from messaging.models import Message
from messaging.wording import NotNeutral
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
WORDS = {"subject": "Something needs you", "text": "Sign in to Alongside to see it."}
PLACE = "jo@post.example"


@pytest.fixture(autouse=True)
def gateway(settings):
    settings.MESSAGING = {
        **settings.MESSAGING,
        "gateways": {"email": "messaging.gateways.memory.MemoryGateway"},
        "tries": 3,
    }
    MemoryGateway.forget()
    return MemoryGateway


def promised(by, key="tests.thing:1", **changes):
    return promise(**{"to": addresses.email(PLACE), "about": by, "key": key, "by": by, "at": NOW, **WORDS, **changes})


def drain(at=NOW):
    return delivery.drain(clock=lambda: at)


def test_what_is_promised_is_said_once(rosa, gateway):
    message = promised(rosa)

    assert (drain(), drain()) == (1, 0)
    [said] = gateway.sent
    assert (said.to, said.subject, said.text, said.ref) == (PLACE, *WORDS.values(), message.ref)
    message.refresh_from_db()
    assert (message.status, message.sent_at, message.attempts) == ("sent", NOW, 1)


def test_the_same_promise_twice_is_one_message(rosa, gateway):
    assert promised(rosa).pk == promised(rosa, text="Other words.").pk

    drain()
    assert [said.text for said in gateway.sent] == [WORDS["text"]]


def test_a_rollback_leaves_nothing(rosa, gateway):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        promised(rosa)
        raise ZeroDivisionError

    assert not Message.objects.exists()
    assert drain() == 0


def test_address_and_text_are_sealed_in_the_database(rosa):
    promised(rosa)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM messaging_message")
        row = str(cursor.fetchone())

    assert PLACE not in row
    assert WORDS["text"] not in row


def test_a_message_for_later_waits(rosa):
    promised(rosa, send_after=NOW + timedelta(hours=1))

    assert drain() == 0
    assert drain(NOW + timedelta(hours=1)) == 1


def test_a_failing_gateway_is_tried_later_and_each_time_later_still(rosa, gateway):
    gateway.faults.extend([TimeoutError("slow"), ConnectionError("gone")])
    message = promised(rosa)

    drain()
    message.refresh_from_db()
    first = message.next_try_at - NOW
    assert (message.status, message.fault) == ("waiting", "TimeoutError")
    assert timedelta(seconds=60) <= first <= timedelta(seconds=90)

    drain(NOW + timedelta(hours=1))
    message.refresh_from_db()
    second = message.next_try_at - NOW - timedelta(hours=1)
    assert timedelta(seconds=120) <= second <= timedelta(seconds=180)

    drain(NOW + timedelta(hours=2))
    assert len(gateway.sent) == 1


def test_a_gateway_that_always_fails_is_given_up_where_people_can_see_it(rosa, gateway):
    gateway.faults.extend([OSError("x")] * 9)
    message = promised(rosa)

    for hour in range(9):
        drain(NOW + timedelta(hours=hour))

    message.refresh_from_db()
    assert (message.status, message.attempts, message.fault) == ("failed", 3, "OSError")
    assert Event.objects.filter(verb="messaging.message.failed", subject_ref=message.ref).count() == 1


def test_an_address_that_refuses_is_not_tried_again(rosa, gateway):
    gateway.faults.append(Refused("smtp-550"))
    message = promised(rosa)

    drain()
    assert drain(NOW + timedelta(days=1)) == 0
    message.refresh_from_db()
    assert (message.status, message.fault) == ("refused", "smtp-550")


def test_a_crash_between_claim_and_send_is_tried_again_when_the_lease_runs_out(rosa, gateway):
    promised(rosa)
    delivery.claim(at=NOW)  # and here the worker died

    assert drain(NOW + timedelta(seconds=120 - 1)) == 0
    assert drain(NOW + timedelta(seconds=120)) == 1
    assert len(gateway.sent) == 1


def test_a_message_that_kills_every_worker_is_given_up(rosa, gateway):
    message = promised(rosa)
    for hour in range(5):
        delivery.claim(at=NOW + timedelta(hours=hour))

    message.refresh_from_db()
    assert (message.status, message.fault) == ("failed", "LeaseRanOut")
    assert gateway.sent == []


def test_a_worker_that_lost_its_lease_changes_nothing(rosa, gateway):
    slow = promised(rosa)
    slow = delivery.claim(at=NOW)
    quick = delivery.claim(at=NOW + timedelta(hours=1))

    gateway.faults.append(OSError())
    delivery.speak(slow, clock=lambda: NOW + timedelta(hours=1))

    quick.refresh_from_db()
    assert (quick.status, quick.attempts) == ("sending", 2)


@pytest.mark.parametrize("text", ["About your time in custody", "A concern about Jo", "Your care file", "HMP Ashfield"])
def test_words_that_give_somebody_away_are_refused(rosa, text):
    with pytest.raises(NotNeutral):
        promised(rosa, text=text)
    with pytest.raises(NotNeutral):
        promised(rosa, subject=text)


def test_a_line_break_cannot_add_a_header(rosa):
    assert promised(rosa, subject="Something\r\nBcc: all@example.org").subject == "Something Bcc: all@example.org"


def test_a_template_gives_subject_and_text(rosa):
    message = promised(
        rosa,
        subject="",
        text="",
        template="messages/messaging/something_waits.txt",
        context={"link": "https://alongside.example/desk/?a=1&b=2"},
    )

    assert message.subject == "Something needs you"
    assert message.text.endswith("https://alongside.example/desk/?a=1&b=2\n")


def test_the_trail_says_that_it_was_promised_and_sent_but_not_what_or_where(rosa):
    message = promised(rosa)
    promised(rosa)
    drain()

    rows = Event.objects.filter(subject_ref=message.ref)
    assert sorted(row.verb for row in rows) == ["messaging.message.promised", "messaging.message.sent"]
    assert PLACE not in str([row.detail for row in rows])


def test_many_promises_of_one_change_wake_the_worker_once(rosa, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            promised(rosa, key=f"tests.thing:{number}")
    with django_capture_on_commit_callbacks(execute=True):
        promised(rosa, key="tests.thing:more")

    assert DBTaskResult.objects.filter(task_path="messaging.tasks.drain_outbox").count() == 1


def test_old_messages_forget_where_and_what(rosa):
    message = promised(rosa)
    drain()

    assert delivery.forget(at=NOW + timedelta(days=6)) == 0
    assert delivery.forget(at=NOW + timedelta(days=8)) == 1
    assert delivery.forget(at=NOW + timedelta(days=8)) == 0
    message.refresh_from_db()
    assert (message.to, message.text, message.status) == ("", "", "sent")


def test_a_message_that_still_waits_is_not_forgotten(rosa):
    promised(rosa)

    assert delivery.forget(at=NOW + timedelta(days=99)) == 0


def test_the_database_refuses_a_sent_message_without_a_time(rosa):
    message = promised(rosa)
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(status="sent")
