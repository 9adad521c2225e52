"""Tasks are taken once, tried again, rescued, and given up."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.worker import jobs
from worker import claims
from worker.models import WorkerBeat
from worker.runner import Worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick")]


def worker(**changes):
    return Worker(clock=timezone.now, **changes)


def row(result=None):
    return DBTaskResult.objects.get(pk=result.id) if result else DBTaskResult.objects.get()


def hurry():
    """Let what waits for another try be due."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))


def seen(worker_id, ago=0.0, task_id=""):
    at = timezone.now()
    WorkerBeat.objects.create(
        worker_id=worker_id, host="h", pid=1, started_at=at, seen_at=at - timedelta(seconds=ago), task_id=task_id
    )


def test_a_task_runs_and_its_answer_is_kept():
    result = jobs.answer.enqueue({"number": 7})

    assert worker().run_batch() == 1
    assert (row(result).status, row(result).return_value) == ("SUCCESSFUL", {"number": 7})


def test_a_task_is_claimed_by_one_worker_only():
    jobs.answer.enqueue(1)

    assert claims.claim(worker_id="a", at=timezone.now())
    assert claims.claim(worker_id="b", at=timezone.now()) is None


def test_a_worker_takes_from_its_own_queues_only():
    jobs.answer.using(queue_name="slow").enqueue(1)

    assert worker(queues=["default", "urgent"]).run_batch() == 0
    assert worker(queues=["slow"]).run_batch() == 1


def test_what_is_urgent_goes_first():
    slow = jobs.answer.enqueue(1)
    quick = jobs.answer.using(priority=50).enqueue(2)

    assert str(claims.claim(worker_id="a", at=timezone.now()).pk) == quick.id
    assert str(claims.claim(worker_id="a", at=timezone.now()).pk) == slow.id


def test_a_failure_is_tried_again_later_and_later_and_then_given_up():
    jobs.break_down.enqueue("no")
    waits = []
    for _ in range(3):
        hurry()
        before = timezone.now()
        assert worker().run_batch() == 1
        waits.append((row().run_after - before).total_seconds())

    assert 100 <= waits[0] <= 151
    assert 400 <= waits[1] <= 601
    assert (row().status, len(row().worker_ids)) == ("FAILED", 3)
    hurry()
    assert worker().run_batch() == 0


def test_a_task_knows_which_try_it_is():
    jobs.count_tries.enqueue()
    DBTaskResult.objects.update(worker_ids=["dead"])

    worker().run_batch()
    assert row().return_value == 2


def test_of_a_failure_only_its_shape_is_kept():
    jobs.break_down.enqueue("Jo Brightwell, jo@post.example")

    worker().run_batch()
    assert row().exception_class_path == "ValueError"
    assert "tests/worker/jobs.py" in row().traceback
    assert "break_down" in row().traceback
    assert "Brightwell" not in row().traceback


@pytest.mark.parametrize("value", [object(), {1, 2}])
def test_an_answer_that_cannot_be_kept_is_a_failure_not_a_crash(value, monkeypatch):
    jobs.answer.enqueue(1)
    monkeypatch.setattr(Worker, "call", lambda self, row: value)

    assert worker().run_batch() == 1
    assert row().status == "READY"


def test_a_task_that_no_longer_exists_is_a_failure_not_a_crash():
    jobs.answer.enqueue(1)
    DBTaskResult.objects.update(task_path="tests.worker.jobs.gone")

    assert worker().run_batch() == 1
    assert row().exception_class_path == "ImportError"


def test_a_task_over_its_time_is_stopped_and_tried_again(settings):
    settings.WORKER = {**settings.WORKER, "time_limit": 0.1}
    jobs.take_all_day.enqueue()

    worker().run_batch()
    assert (row().status, row().exception_class_path) == ("READY", "worker.limits.TookTooLong")


@pytest.mark.parametrize("task", [jobs.take_too_long_with_its_own_limit, jobs.take_too_long_and_not_listen])
def test_a_task_has_its_own_limits_and_cannot_shrug_them_off(task):
    task.enqueue()

    worker().run_batch()
    assert (row().status, row().exception_class_path) == ("FAILED", "worker.limits.TookTooLong")


def test_a_dead_workers_task_goes_back_to_the_queue():
    jobs.answer.enqueue(1)
    claims.claim(worker_id="dead", at=timezone.now() - timedelta(seconds=60))
    seen("dead", ago=31)

    assert claims.rescue(at=timezone.now()) == 1
    assert worker().run_batch() == 1
    assert row().status == "SUCCESSFUL"


def test_a_living_workers_task_is_left_alone():
    jobs.answer.enqueue(1)
    held = claims.claim(worker_id="alive", at=timezone.now() - timedelta(seconds=999))
    seen("alive", ago=5, task_id=str(held.pk))

    assert claims.rescue(at=timezone.now()) == 0


def test_a_task_that_its_living_worker_has_forgotten_is_rescued():
    jobs.answer.enqueue(1)
    claims.claim(worker_id="alive", at=timezone.now() - timedelta(seconds=999))
    seen("alive", ago=5, task_id="another")

    assert claims.rescue(at=timezone.now()) == 1


def test_a_task_just_begun_is_left_alone_before_its_worker_was_ever_seen():
    jobs.answer.enqueue(1)
    claims.claim(worker_id="new", at=timezone.now())

    assert claims.rescue(at=timezone.now()) == 0


def test_a_task_that_kills_every_worker_is_given_up():
    jobs.answer.enqueue(1)
    for _ in range(3):
        hurry()
        claims.claim(worker_id="dead", at=timezone.now() - timedelta(seconds=60))
        claims.rescue(at=timezone.now())

    assert (row().status, row().exception_class_path) == ("FAILED", "worker.claims.WorkerDied")


def test_what_a_buried_worker_held_is_free_at_once():
    jobs.answer.enqueue(1)
    claims.claim(worker_id="dead", at=timezone.now())
    seen("dead")

    assert claims.bury("dead", at=timezone.now()) == 1
    assert not WorkerBeat.objects.exists()
    assert worker().run_batch() == 1


def test_a_worker_that_was_taken_for_dead_changes_nothing_when_it_comes_back():
    jobs.answer.enqueue(1)
    slow = claims.claim(worker_id="slow", at=timezone.now() - timedelta(seconds=60))
    claims.rescue(at=timezone.now())
    quick = claims.claim(worker_id="quick", at=timezone.now())

    assert claims.succeed(slow, value="old", at=timezone.now()) is False
    assert row().status == "RUNNING"
    assert claims.succeed(quick, value="new", at=timezone.now()) is True
    assert claims.fail(slow, fault=None, why="X", tries=1, at=timezone.now()) is False
    assert (row().status, row().return_value) == ("SUCCESSFUL", "new")


def test_a_task_handed_back_has_not_used_up_a_try():
    jobs.answer.enqueue(1)
    held = claims.claim(worker_id="a", at=timezone.now())

    claims.hand_back(held, at=timezone.now())
    assert (row().status, row().worker_ids) == ("READY", [])
