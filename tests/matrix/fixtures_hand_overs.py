"""What came by the public forms: one of each kind that Rosa has taken, one that waits, one that is not for us."""

import pytest

from pages.actions import hand_overs
from tests.conftest import NOW

SAID = {
    "ask": {"name": "Wren", "reach": "inside", "prison": "Somewhere", "words": "Somebody to talk to"},
    "mentor": {"name": "Kit", "reach": "email", "email": "kit@example.org"},
    "files": {"name": "Robin", "reach": "letter", "address": "1 High Street"},
    "training": {"name": "Ash", "reach": "phone", "phone": "07700 900123", "where": "Leeds"},
}


def sent(kind="ask", n=0, **said):
    return hand_overs.send(kind=kind, said=SAID[kind] | {"n": n} | said, key=f"{kind}{n}", by=None, at=NOW)


def taken(by, kind="ask", n=100):
    return hand_overs.take(hand_over=sent(kind, n), by=by, at=NOW)


@pytest.fixture
def an_ask():
    return sent()


@pytest.fixture
def a_taken_ask(rosa):
    return taken(rosa)


@pytest.fixture
def a_taken_mentor(rosa):
    return taken(rosa, "mentor")


@pytest.fixture
def a_taken_files(rosa):
    return taken(rosa, "files")


@pytest.fixture
def a_taken_training(rosa):
    return taken(rosa, "training")


@pytest.fixture
def one_not_for_us(rosa):
    return hand_overs.turn_away(hand_over=taken(rosa, n=200), note="The council’s leaving care team.", by=rosa, at=NOW)


def crowd_of_hand_overs(n):
    """One more for the list."""
    sent(n=1000 + n)
