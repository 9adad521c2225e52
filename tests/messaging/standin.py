"""The Twilio stand-in, started as a process of its own, and this house answering its callbacks over HTTP.

It is not part of this repository: it lies beside the checkout, or where TWILIO_STANDIN says.
"""

import importlib.util
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection

from messaging.actions import drains, evidence, receipts, replies, sweeps
from messaging.gateways.texts import text_gateway
from tests.messaging.texting import MORNING

ROOT = Path(__file__).resolve().parents[2]
STANDIN = Path(os.environ.get("TWILIO_STANDIN", ROOT.parent / "shared/tools/twilio_standin")) / "twilio_standin.py"
REQUIRED = "twilio" in os.environ.get("HOUSE_REQUIRE", "").split(",")
ACCOUNT, TOKEN = "AC" + "5" * 32, "standin0auth0token0standin0auth0"
# As short as they can be while a busy machine answers within them: a search that is faster than the post it looks for
# would prove nothing.
QUICK = {
    "timeout": 0.8, "lease": 6, "first_look": 0.5, "look_apart": 0.8, "backoff": 0.1, "per_second": 0, "threads": 4,
    "person": 20, "gateway": "messaging.gateways.twilio.TwilioGateway",
}  # fmt: skip


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("twilio_standin", STANDIN)
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Nothing on the screen of the tests."""


@contextmanager
def answering() -> Iterator[str]:
    """This house, answering over HTTP on a port of its own."""
    connection.settings_dict["CONN_MAX_AGE"] = 0
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class World:
    """The stand-in (`control`), and a clock that begins on a morning in November and can be moved on."""

    def __init__(self, control: Any) -> None:
        self.control = control
        self.begun = time.monotonic()
        self.moved = timedelta()

    def clock(self) -> datetime:
        return MORNING + self.moved + timedelta(seconds=time.monotonic() - self.begun)

    def drain(self, threads: int = 4) -> int:
        return drains.drain(clock=self.clock, seconds=20, threads=threads)

    def look(self) -> None:
        """What the worker does each minute."""
        at, gateway = self.clock(), text_gateway()
        sweeps.take_back_leases(at=at)
        sweeps.expire(at=at)
        receipts.settle_all(at=at)
        replies.hear_all(at=at)
        if gateway is not None:
            evidence.look_into_unknown(clock=self.clock, gateway=gateway)
            evidence.ask_for_receipts(clock=self.clock, gateway=gateway)

    def work(self, done: Any, *, seconds: float) -> None:
        """Send, look and settle until `done()`, for so long at most."""
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            self.drain()
            self.look()
            time.sleep(0.05)
        self.control.wait(idle=1, timeout=5)
        self.look()


@pytest.fixture(scope="module")
def process() -> Iterator[Any]:
    if not STANDIN.exists():
        if REQUIRED:
            pytest.fail(f"there is no Twilio stand-in at {STANDIN}")
        pytest.skip(f"there is no Twilio stand-in at {STANDIN}")
    started, base, control = module().start(0)
    yield base, control
    started.terminate()
    started.wait(10)
    started.stdout.close()


@pytest.fixture
def world(house: Any, process: Any, own_database: str, settings: Any) -> Iterator[World]:
    base, control = process
    control.reset()
    control.config({"list_lag_ms": 200, "latency_ms": 2})
    control.clock({"set": f"{MORNING:%Y-%m-%dT%H:%M:%SZ}"})
    settings.TWILIO_API_BASE_URL, settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN = base, ACCOUNT, TOKEN
    settings.TWILIO_FROM, settings.TWILIO_MESSAGING_SERVICE_SID = "+447700900000", ""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.MESSAGING = {**settings.MESSAGING, "texts": dict(QUICK)}
    with answering() as address:
        settings.PUBLIC_BASE_URL = address
        yield World(control)
