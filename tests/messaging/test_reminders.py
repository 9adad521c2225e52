import pytest

from messaging import addresses, reminders
from messaging.reminders import Reminder


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    monkeypatch.setattr(reminders, "_registry", {})


def reminder(**changes):
    return Reminder(
        **{
            "key": "tests.thing.waits",
            "due": DUE,
            "to": TO,
            "template": "messages/messaging/something_waits.txt",
            "once": str,
            **changes,
        }
    )


def DUE(at):
    return []


def TO(record):
    return [addresses.console()]


def test_what_is_declared_can_be_asked_for():
    declared = reminders.declare(reminder())

    assert reminders.declared() == [declared]


def test_the_same_declaration_again_does_no_harm():
    reminders.declare(reminder())
    reminders.declare(reminder())

    assert len(reminders.declared()) == 1


def test_two_reminders_cannot_share_a_name():
    reminders.declare(reminder())

    with pytest.raises(ValueError, match=r"tests\.thing\.waits"):
        reminders.declare(reminder(once=repr))
