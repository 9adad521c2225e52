"""One clock, the database's: a worker whose own is wrong sends nothing early."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from messaging.actions import drains
from messaging.clock import A_SECOND, Steady, database_now
from messaging.gateways.text_memory import TextMemory
from messaging.health import texts
from messaging.models import Sender, Text
from messaging.rules.times import next_moment
from tests.messaging.test_sending import drain
from tests.messaging.texting import MORNING, promised, somebody, soon
from worker.health import State

pytestmark = pytest.mark.django_db


def test_it_is_aware_and_goes_on_inside_a_transaction():
    first, second = database_now(), database_now()

    assert first.tzinfo is UTC
    assert abs((first - datetime.now(UTC)).total_seconds()) < 60
    assert second >= first


def test_a_worker_that_is_ten_minutes_ahead_sends_nothing_early(house):
    due = next_moment(database_now() + timedelta(minutes=5))
    promised(at=database_now(), send_after=due, starts=due + timedelta(days=1))
    with time_machine.travel(due + timedelta(minutes=5), tick=True):
        assert drains.drain(threads=1, seconds=5) == 0

    assert TextMemory.taken == {}
    assert drain(due) == 1


class TestSteady:
    """A clock that is asked once a second, and counts on in between."""

    @pytest.fixture
    def here(self, monkeypatch):
        """What this machine counts, which only moves when it is told to."""
        counted = [100.0]
        monkeypatch.setattr("messaging.clock.monotonic", lambda: counted[0])
        return counted

    def test_it_counts_on_without_asking(self, here):
        said = iter([MORNING])
        clock = Steady(lambda: next(said))

        assert clock() == MORNING
        here[0] += 0.9
        assert clock() == MORNING + timedelta(seconds=0.9)

    def test_after_a_second_it_asks_again_whatever_it_counted(self, here):
        said = iter([MORNING, MORNING + timedelta(hours=9)])  # the machine slept, and did not count that
        clock = Steady(lambda: next(said))
        clock()
        here[0] += A_SECOND

        assert clock() == MORNING + timedelta(hours=9)

    def test_an_answer_that_was_long_on_its_way_makes_it_slow_and_never_fast(self, here):
        def slow() -> datetime:
            here[0] += 0.4
            return MORNING

        assert Steady(slow)() == MORNING


class TestHealth:
    def test_nothing_waits(self, house):
        assert texts(database_now()).state == State.OK

    def test_an_old_text_is_told_of_by_day_and_not_by_night(self, house):
        text = promised()

        assert texts(text.try_at + timedelta(minutes=20)).state == State.DOWN
        assert texts(text.try_at.replace(hour=23)).state == State.OK

    def test_a_stop_and_a_missing_way_out_are_to_be_looked_at(self, house, settings):
        text = promised()
        settings.MESSAGING["texts"]["gateway"] = ""
        assert texts(text.try_at + timedelta(seconds=1)).state == State.LOOK
        at = text.try_at
        Sender.objects.update(stopped_at=at, stopped_until=at + timedelta(hours=1), stopped_code=20003)
        assert texts(at + timedelta(seconds=1)).says.startswith("Sending texts has stopped")

    def test_many_that_nobody_knows_of_for_long_are_to_be_looked_at(self, house, settings):
        settings.MESSAGING["texts"]["unknown_many"] = 2
        for n in range(2):
            promised(**somebody(n))
        Text.objects.filter(pk=Text.objects.latest("pk").pk).update(status="unknown", sending_at=MORNING)
        assert texts(soon(hours=1)).state == State.DOWN  # the other still waits

        Text.objects.update(status="unknown", sending_at=MORNING)
        assert texts(soon(minutes=29)).state == State.OK
        assert texts(soon(minutes=30)).says.startswith("Of some texts nobody has known")
        Text.objects.filter(pk=Text.objects.latest("pk").pk).update(sending_at=soon(minutes=5))
        assert texts(soon(minutes=30)).state == State.OK
