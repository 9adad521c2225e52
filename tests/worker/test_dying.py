"""Real processes, really killed: on SQLite, and the same on PostgreSQL."""

import os
import signal
import time

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.worker import jobs
from tests.worker.processes import wait_until
from worker import claims
from worker.models import Schedule, WorkerBeat

LONG = 90  # seconds for a process to start and stop on a machine that has much else to do


@pytest.fixture
def notes(tmp_path):
    return tmp_path / "notes"


def said(notes, word):
    """The ids of the processes that wrote this word."""
    return [line.split()[1] for line in jobs.lines(notes) if line.startswith(word)]


def status(result):
    return DBTaskResult.objects.get(pk=result.id).status


def test_a_task_whose_worker_is_killed_is_run_again_by_another(run, notes):
    workers = {str(process.pid): process for process in (run("work"), run("work"))}
    wait_until(lambda: WorkerBeat.objects.count() == 2)
    result = jobs.work_slowly.enqueue(str(notes), 2)
    wait_until(lambda: said(notes, "begun"))

    [first] = said(notes, "begun")
    os.kill(int(first), signal.SIGKILL)
    killed = time.monotonic()
    wait_until(lambda: len(said(notes, "begun")) == 2)
    assert time.monotonic() - killed < 10  # the death limit here is 1 s
    wait_until(lambda: status(result) == "SUCCESSFUL")
    [second] = set(workers) - {first}
    assert said(notes, "done") == [second]
    assert len(DBTaskResult.objects.get(pk=result.id).worker_ids) == 2

    workers[second].terminate()  # and an idle worker stops cleanly
    assert workers[second].wait(LONG) == 0
    assert WorkerBeat.objects.count() == 1  # the dead one's


def test_asked_to_stop_it_finishes_what_it_has_in_hand(run, notes):
    worker = run("work")
    result = jobs.work_slowly.enqueue(str(notes), 1)  # within the grace
    wait_until(lambda: said(notes, "begun"))

    worker.terminate()
    assert worker.wait(LONG) == 0
    assert status(result) == "SUCCESSFUL"
    assert not WorkerBeat.objects.exists()


def test_asked_to_stop_it_hands_back_what_would_take_too_long(run, notes):
    worker = run("work")
    result = jobs.work_slowly.enqueue(str(notes), 600)
    wait_until(lambda: said(notes, "begun"))

    worker.send_signal(signal.SIGINT)
    assert worker.wait(LONG) == 0
    assert status(result) == "READY"
    assert DBTaskResult.objects.get(pk=result.id).worker_ids == []


def test_a_task_that_hears_no_signal_takes_its_worker_down_and_is_rescued(run, settings):
    worker = run("work")
    result = jobs.be_deaf.enqueue()

    assert worker.wait(LONG) == 70
    assert status(result) == "RUNNING"
    settings.WORKER = {"dead_after": 0.1}
    time.sleep(0.2)
    assert claims.rescue(at=timezone.now()) == 1
    assert status(result) == "READY"


def test_two_workers_start_each_tick_once(run, notes):
    workers = [run("work", TICKS=str(notes)), run("work", TICKS=str(notes))]
    wait_until(lambda: WorkerBeat.objects.count() == 2)
    Schedule.objects.all().delete()
    begun, made = timezone.now(), []

    def ticked_four_times() -> bool:
        """A worker that is still starting takes away what nobody declares: then the schedule is put back."""
        said = {"task_path": "tests.worker.jobs.tick_once", "every": 1, "next_run_at": timezone.now()}
        made.append(Schedule.objects.get_or_create(name="t", defaults=said)[1])
        return len(jobs.lines(notes)) >= 4

    wait_until(ticked_four_times)
    Schedule.objects.update(enabled=False)
    ticks = DBTaskResult.objects.filter(task_path="tests.worker.jobs.tick_once").count()
    assert ticks <= (timezone.now() - begun).total_seconds() + sum(made)
    assert all(worker.poll() is None for worker in workers)
