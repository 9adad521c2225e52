"""What the clock starts: once, on one worker, and never lost."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.conftest import NOW
from tests.worker import jobs
from worker import schedules, ticking
from worker.models import Schedule
from worker.runner import Worker

pytestmark = pytest.mark.django_db
PATH = "tests.worker.jobs.answer"


@pytest.fixture
def declare(monkeypatch):
    monkeypatch.setattr(schedules, "_declared", {})
    return schedules


def schedule(**changes):
    return Schedule.objects.create(
        **{"name": "s", "task_path": "worker.tasks.prune_results", "every": 60, "next_run_at": NOW, **changes}
    )


def test_a_schedule_that_is_due_is_started_once():
    row = schedule()

    assert (ticking.tick(at=NOW), ticking.tick(at=NOW)) == (1, 0)
    row.refresh_from_db()
    assert (row.last_run_at, row.next_run_at) == (NOW, NOW + timedelta(seconds=60))
    assert DBTaskResult.objects.get().task_path == "worker.tasks.prune_results"


def test_two_workers_that_saw_the_same_moment_start_it_once():
    schedule()
    first, second = Schedule.objects.get(), Schedule.objects.get()

    assert (ticking._start(first, at=NOW), ticking._start(second, at=NOW)) == (True, False)
    assert DBTaskResult.objects.count() == 1


def test_a_clock_that_is_set_back_starts_nothing_twice():
    schedule()
    ticking.tick(at=NOW)
    DBTaskResult.objects.update(status="SUCCESSFUL")

    assert ticking.tick(at=NOW - timedelta(hours=1)) == 0


def test_a_queue_that_stands_still_does_not_fill_up():
    schedule()
    for minute in range(5):
        ticking.tick(at=NOW + timedelta(minutes=minute))

    assert DBTaskResult.objects.count() == 1


def test_what_is_switched_off_stays_off():
    schedule(enabled=False)

    assert ticking.tick(at=NOW) == 0


def test_a_schedule_that_cannot_start_stops_no_other_and_is_not_lost():
    broken = schedule(name="a", task_path="worker.tasks.gone")
    schedule(name="b")

    assert ticking.tick(at=NOW) == 1
    broken.refresh_from_db()
    assert broken.next_run_at == NOW


def test_the_table_says_what_the_apps_declare(declare):
    schedule(name="undeclared")
    declare.every("often", seconds=60, task=jobs.answer)
    declare.daily("nightly", at=time(3, 0), task=jobs.answer)

    schedules.sync(at=NOW)
    assert set(Schedule.objects.values_list("name", "task_path")) == {("often", PATH), ("nightly", PATH)}
    assert Schedule.objects.get(name="nightly").next_run_at.isoformat() == "2026-11-23T03:00:00+00:00"


def test_reading_the_declarations_again_changes_nothing_that_stands(declare):
    declare.every("often", seconds=60, task=jobs.answer)
    schedules.sync(at=NOW)
    Schedule.objects.update(enabled=False)

    schedules.sync(at=NOW + timedelta(hours=5))
    assert Schedule.objects.filter(name="often", enabled=False, next_run_at=NOW).exists()


def test_a_changed_declaration_counts_from_the_next_start(declare):
    declare.every("often", seconds=60, task=jobs.answer)
    schedules.sync(at=NOW)
    schedules._declared.clear()
    declare.every("often", seconds=5, task=jobs.answer)

    schedules.sync(at=NOW + timedelta(seconds=9))
    assert Schedule.objects.filter(every=5, next_run_at=NOW + timedelta(seconds=9)).exists()


def test_two_schedules_cannot_share_a_name(declare):
    declare.every("often", seconds=60, task=jobs.answer)
    declare.every("often", seconds=60, task=jobs.answer)

    with pytest.raises(ValueError, match="two schedules"):
        declare.every("often", seconds=61, task=jobs.answer)


def test_a_schedule_is_every_so_often_or_daily_and_never_both():
    for changes in ({"every": None}, {"daily_at": time(1, 0)}, {"every": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            schedule(**changes)


def test_the_housekeeping_is_declared():
    paths = {row.task_path for row in schedules.declared().values()}

    assert paths >= {
        "worker.tasks.prune_results",
        "worker.tasks.clear_sessions",
        "worker.tasks.publish_scheduled",
        "messaging.tasks.drain_outbox",
        "messaging.tasks.forget_messages",
    }


@pytest.mark.parametrize("declared", schedules.declared().values(), ids=lambda d: d.task_path)
def test_every_declared_task_runs(declared, settings):
    settings.WORKER = {"tries": 1}
    # One thread: another would wait for this test's own transaction.
    settings.MESSAGING = {**settings.MESSAGING, "texts": {**settings.MESSAGING["texts"], "threads": 1}}
    schedule(task_path=declared.task_path)
    ticking.tick(at=NOW)
    assert Worker(clock=timezone.now).run_batch() >= 1
    row = DBTaskResult.objects.filter(task_path=declared.task_path).latest("enqueued_at")
    assert (row.status, row.traceback) == ("SUCCESSFUL", "")
