"""Workers killed at any moment, and a phone service whose answers are lost: none is sent twice, none is lost."""

from random import Random

import pytest

from messaging import gates
from messaging.actions import texts
from messaging.models import Sender, Text
from tests.messaging import chaos
from tests.messaging.standin import ACCOUNT, MORNING, QUICK, TOKEN, World, process
from tests.messaging.texting import somebody, wanted

__all__ = ["process"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("socket_enabled")]
MANY, WORKERS, KILLS = 80, 4, 8
# A dead worker's lease runs out soon, and none is given up: so each text must go, once.
PATIENCE = {**QUICK, "lease": 4, "threads": 2, "tries": 20}


@pytest.fixture
def control(process, monkeypatch, settings):
    base, control = process
    control.reset()
    control.config({"latency_ms": 20, "list_lag_ms": 400, "callbacks": False})
    control.clock({"set": f"{MORNING:%Y-%m-%dT%H:%M:%SZ}"})
    control.faults(chaos.faults())
    settings.TWILIO_API_BASE_URL, settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN = base, ACCOUNT, TOKEN
    settings.TWILIO_FROM, settings.TWILIO_MESSAGING_SERVICE_SID = "+447700900000", ""
    settings.PUBLIC_BASE_URL = "http://127.0.0.1:9"
    settings.MESSAGING = {**settings.MESSAGING, "texts": PATIENCE}
    monkeypatch.setattr(gates, "_gates", {"custody": lambda text, at: []})
    return control


def test_of_workers_that_are_killed_at_random_none_sends_twice_and_none_loses_one(control):
    promises = [texts.Promise(**wanted(**somebody(n + 10_000))) for n in range(MANY)]
    texts.promise_texts(promises, by=None, at=MORNING)
    Sender.objects.update(at_once=16)
    clock = World(control).clock

    crew = chaos.Crew(WORKERS, lambda: chaos.work(clock), Random(20_261_128))
    assert crew.run(pauses=(0.3, 1), kills=KILLS, seconds=90), "it did not end"

    assert crew.killed == KILLS
    assert chaos.count(control, most=MANY) == chaos.Count(went=MANY, held=0, doubled=0, lost=0)
    assert control.stats()["faults"], "no answer was lost, so nothing was proved"
    assert Text.objects.filter(attempts__gt=1).exists()
