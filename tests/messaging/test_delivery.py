"""With real commits: no transaction is open while a gateway speaks, and a promise wakes the worker."""

from django.db import connection, transaction
from django.utils import timezone

from messaging import addresses
from messaging.actions import delivery
from messaging.actions.outbox import promise
from messaging.gateways.memory import MemoryGateway
from messaging.models import Message
from worker.runner import Worker

WORDS = {"subject": "Hello", "text": "Hello"}
PATH = "messaging.gateways.memory.MemoryGateway"


def test_no_transaction_is_open_while_a_gateway_speaks(own_database, settings, monkeypatch):
    settings.MESSAGING = {**settings.MESSAGING, "gateways": {"email": PATH}}
    seen = []
    monkeypatch.setattr(
        MemoryGateway,
        "send",
        lambda self, message: seen.append((connection.in_atomic_block, Message.objects.get().status)),
    )
    at = timezone.now()
    promise(to=addresses.email("a@b.example"), about=None, key="k", by=None, at=at, **WORDS)

    delivery.drain(clock=timezone.now)
    assert seen == [(False, "sending")]


def test_a_promise_is_said_by_the_worker_as_soon_as_it_is_kept(own_database, settings):
    settings.MESSAGING = {**settings.MESSAGING, "gateways": {"email": PATH}}
    MemoryGateway.forget()
    worker = Worker(clock=timezone.now)
    with transaction.atomic():
        promise(to=addresses.email("a@b.example"), about=None, key="k", by=None, at=timezone.now(), **WORDS)
        assert worker.run_batch() == 0

    assert worker.run_batch() == 1
    assert len(MemoryGateway.sent) == 1
