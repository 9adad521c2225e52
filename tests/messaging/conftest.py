import pytest

from messaging import gates, hearing, wording
from messaging.gateways.text_memory import TextMemory
from tests.worker.processes import own_database, transactional_db

__all__ = ["own_database", "transactional_db"]


@pytest.fixture
def house(monkeypatch, settings):
    """Texts go to a memory; the gate of custody stands open, and `house.shut` shuts it. The rest is what was heard."""

    class House:
        shut: list = []
        instead: list = []
        replies: list = []
        alarms: list = []

    found = House()
    for name in ("shut", "instead", "replies", "alarms"):
        setattr(found, name, [])
    monkeypatch.setattr(gates, "_gates", {"custody": lambda text, at: list(found.shut)})
    told = {"tests": lambda text, at: found.instead.append((text.ref, text.status, text.reason))}
    monkeypatch.setattr(hearing, "_instead", told)
    monkeypatch.setattr(hearing, "_on_reply", {"tests": lambda inbound, at: found.replies.append(inbound)})
    monkeypatch.setattr(hearing, "_on_alarm", {"tests": lambda code, words, at: found.alarms.append(code)})
    monkeypatch.setattr(wording, "_names", {})
    wording.forget_names()
    texts = {"gateway": "messaging.gateways.text_memory.TextMemory", "per_second": 0, "threads": 1}
    settings.MESSAGING = {**settings.MESSAGING, "texts": texts}
    TextMemory.forget()
    return found
