"""A text and a move at the same moment: nothing is ever sent to a phone that has gone into custody."""

import json
from threading import Event as Signal

import pytest
from django.db import transaction

from messaging.actions import claims, last_gate
from messaging.models import Text
from people.actions import locations, number_codes
from people.models import ContactPoint, Person
from tests.conftest import NOW
from tests.people.test_texting import reachable, text_to
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def clock():
    return NOW


@pytest.fixture
def out(jo, leeds):
    """Jo is out, asked for texts, and one is due."""
    locations.record(person=jo, kind="community", by=None, at=NOW)
    reachable(jo, at=NOW)
    return text_to(jo)


def go_inside(jo, leeds):
    return locations.record(person=jo, kind="custody", legal_state="recalled", establishment=leeds, by=None, at=NOW)


def test_a_text_waits_while_somebody_is_being_moved_and_is_then_refused(out, jo, leeds):
    held, done = Signal(), Signal()

    def act(number):
        if number == 0:
            with transaction.atomic():
                Person.objects.select_for_update().get(pk=jo.pk)
                held.set()
                assert done.wait(20)
                go_inside(jo, leeds)
            return "moved"
        assert held.wait(20)
        (mine,) = claims.claim(most=1, at=NOW).claimed
        sent = last_gate.begin(mine.text, clock=clock)
        done.set()
        return sent

    moved, sent = race(2, act)
    assert (moved, sent) == ("moved", None)
    out.refresh_from_db()
    assert (out.status, out.reason) == ("due", "gate-broken")
    Text.objects.filter(pk=out.pk).update(try_at=NOW)
    (mine,) = claims.claim(most=1, at=NOW).claimed
    assert last_gate.begin(mine.text, clock=clock) is None
    out.refresh_from_db()
    assert (out.status, out.reason) == ("refused", "custody")


def test_a_move_and_eight_senders_at_once_send_nothing_after_the_move(out, jo, leeds):
    def act(number):
        if number == 0:
            return go_inside(jo, leeds)
        claimed = claims.claim(most=1, at=NOW).claimed
        return [last_gate.begin(one.text, clock=clock) for one in claimed]

    outcomes = race(9, act)
    assert not [one for one in outcomes if isinstance(one, Exception)]
    out.refresh_from_db()
    assert out.status in {"sending", "due", "refused"}
    assert sum(bool(sent) for one in outcomes[1:] for sent in one) == (out.status == "sending")


def test_a_code_that_eight_type_in_at_once_is_taken_by_one(jo, rosa, leeds):
    locations.record(person=jo, kind="community", by=None, at=NOW)
    point = reachable(jo, at=NOW)
    code = number_codes.send(point=point, by=rosa, at=NOW)
    typed = json.loads(Text.objects.get(slot=code.ref).values)["code"]

    def act(number):
        mine = ContactPoint.objects.get(pk=point.pk)
        return number_codes.take(point=mine, typed=typed, safe_to_use=True, by=rosa, at=NOW)

    outcomes = race(8, act)
    assert outcomes.count(True) == 1
    assert sum(isinstance(one, Exception) for one in outcomes) == 7
