"""Eight workers and one text; five planners; STOP against a claim; one token for each moment."""

from datetime import timedelta
from threading import Lock

import pytest

from messaging import gates
from messaging.actions import claims, drains, holds, numbers, receipts, texts, withdrawals
from messaging.actions.last_gate import begin
from messaging.gateways.text_memory import TextMemory
from messaging.models import Number, Spend, Text, TextEvent
from tests.messaging.texting import MORNING, NUMBER, SESSION, promised, somebody, wanted
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def open_house(monkeypatch, settings):
    monkeypatch.setattr(gates, "_gates", {"custody": lambda text, at: []})
    memory = {"gateway": "messaging.gateways.text_memory.TextMemory", "per_second": 0, "person": 3, "threads": 1}
    settings.MESSAGING = {**settings.MESSAGING, "texts": memory}
    lock, send = Lock(), TextMemory.send

    def one_at_a_time(self, out):
        with lock:
            return send(self, out)

    monkeypatch.setattr(TextMemory, "send", one_at_a_time)
    TextMemory.forget()
    return settings.MESSAGING["texts"]


def drain(n: int) -> int:
    return drains.drain(clock=lambda: MORNING, pause=lambda seconds: None, threads=1, seconds=20)


def test_of_eight_who_want_one_text_one_has_it():
    promised()

    won = race(8, lambda n: len(claims.claim(most=1, at=MORNING).claimed))
    assert sorted(won) == [0] * 7 + [1]


def test_eight_workers_send_each_text_once():
    texts.promise_texts([texts.Promise(**wanted(**somebody(n))) for n in range(200)], by=None, at=MORNING)

    assert sum(race(8, drain)) == 200
    refs = [out.ref for out in TextMemory.taken.values()]
    assert len(refs) == len(set(refs)) == Text.objects.filter(status="accepted", attempts=1).count() == 200
    assert Spend.objects.get(scope="day").amount == 200


def test_five_planners_promise_each_text_once():
    promises = [texts.Promise(**wanted(**somebody(n))) for n in range(300)]

    counts = race(5, lambda n: texts.promise_texts(promises[n * 10 :] + promises[: n * 10], by=None, at=MORNING))
    assert sum(counts) == Text.objects.count() == Number.objects.count() == 300


def test_caps_hold_for_eight_at_once(open_house):
    for n in range(16):
        promised(slot=f"s{n}")
    race(8, drain)

    assert len(TextMemory.taken) == Spend.objects.get(scope="person").amount == 3
    assert Text.objects.filter(status="held", reason="cap").count() == 13


@pytest.mark.parametrize("turn", range(6))
def test_a_stop_is_either_too_late_or_holds(turn):
    text = promised()
    [claimed] = claims.claim(most=1, at=MORNING).claimed
    number = Number.objects.get()

    def act(n):
        if n % 2 == turn % 2:
            return begin(claimed.text, clock=lambda: MORNING)
        return numbers.stop(number=number, by=None, at=MORNING)

    outs = [out for out in race(8, act) if out is not None]
    text.refresh_from_db()
    assert not [out for out in outs if isinstance(out, Exception)]
    assert (len(outs), text.status) in {(1, "sending"), (0, "refused")}
    assert Number.objects.get().stopped_at == MORNING
    assert promised(slot="another").number_index == Number.objects.get().number_index
    assert (drain(0), len(TextMemory.taken)) == (0, 0)


@pytest.mark.parametrize("turn", range(4))
def test_a_session_that_moves_takes_the_text_back_or_knows_that_it_is_out(turn):
    text = promised()
    [claimed] = claims.claim(most=1, at=MORNING).claimed

    def act(n):
        if n % 2 == turn % 2:
            return begin(claimed.text, clock=lambda: MORNING)
        return withdrawals.supersede(subject=SESSION, version=2, by=None, at=MORNING)

    results = race(2, act)
    text.refresh_from_db()
    out = [found for found in results if isinstance(found, list)][0]
    sent = [found for found in results if found is not None and not isinstance(found, list)]
    assert (bool(sent), text.status, bool(out)) in {(True, "sending", True), (False, "superseded", False)}


def test_of_eight_who_let_it_go_one_does(make_user):
    rosa = make_user("rosa")
    text = promised()
    holds.hold(text=text, reason="cap", why="Enough.", by=None, at=MORNING)

    race(8, lambda n: holds.release(text=Text.objects.get(pk=text.pk), reason="Go.", by=rosa, at=MORNING))
    assert sum(race(8, drain)) == 1


def test_eight_reports_of_one_end_are_one_and_settled_once(monkeypatch):
    text = promised()
    drain(0)
    text.refresh_from_db()

    def report(n):
        receipts.note(sid=text.sid, status="delivered", code=None, text_ref=text.ref, at=MORNING)
        return receipts.settle_all(at=MORNING + timedelta(minutes=1))

    assert sum(race(8, report)) == 1
    assert TextEvent.objects.count() == 1
    assert Text.objects.get().status == "delivered"
    assert NUMBER not in str(TextEvent.objects.values())
