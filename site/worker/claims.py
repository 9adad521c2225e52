"""Taking tasks from the table and giving them back.

Every step is a compare-and-swap on status and on the list of workers who tried: a worker that was taken for dead, and
comes back, finds its task in other hands and changes nothing. Tasks run at least once, so they must bear a second run.
"""

import logging
import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult

from common.logs import traced
from worker.models import WorkerBeat
from worker.pace import pace
from worker.rules import pause

log = logging.getLogger(__name__)
READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
ALL_QUEUES = "*"


def claim(*, worker_id: str, queues: Iterable[str] = (ALL_QUEUES,), at: datetime) -> DBTaskResult | None:
    """The next task that is due, now ours. Looks before it locks: an idle worker must not take SQLite's write lock."""
    ready = DBTaskResult.objects.ready()
    if ALL_QUEUES not in queues:
        ready = ready.filter(queue_name__in=list(queues))
    if not ready.exists():
        return None
    with transaction.atomic():
        row = ready.select_for_update(skip_locked=True).first()
        if row is None:
            return None
        workers = [*row.worker_ids, worker_id]
        won = _still(row).update(status=RUNNING, started_at=at, worker_ids=workers)
        row.status, row.started_at, row.worker_ids = RUNNING, at, workers
    return row if won else None


def succeed(row: DBTaskResult, *, value: Any, at: datetime) -> bool:
    """Write down that a task is done. What it answered stands open in the table: never anything about a person."""
    return _leave(row, status=TaskResultStatus.SUCCESSFUL, finished_at=at, return_value=normalize_json(value))


def fail(row: DBTaskResult, *, fault: BaseException | None, why: str, tries: int, at: datetime) -> bool:
    """Put a failed task back for later, or end it when its tries are spent. Only the shape of the fault is kept."""
    said = {"exception_class_path": why, "traceback": traced(fault) if fault else ""}
    if len(row.worker_ids) >= tries:
        log.error("A task was given up", extra={"task": row.task_path, "task_id": str(row.pk)})
        return _leave(row, status=TaskResultStatus.FAILED, finished_at=at, **said)
    wait = pause(attempt=len(row.worker_ids), backoff=pace().backoff, chance=random.random())  # noqa: S311 no secret
    return _leave(row, status=READY, run_after=at + timedelta(seconds=wait), **said)


def hand_back(row: DBTaskResult, *, at: datetime) -> bool:
    """We must stop: somebody else may begin at once, and this does not count as a try."""
    return _leave(row, status=READY, run_after=at, worker_ids=row.worker_ids[:-1])


def rescue(*, at: datetime) -> int:
    """Take over tasks whose worker is dead, or alive but busy with another (it could not write down how this one
    ended); answers how many.
    """
    death = pace().death(at)
    alive = WorkerBeat.objects.filter(seen_at__gt=death)
    holding = dict(alive.values_list("worker_id", "task_id"))
    stranded = [
        row
        for row in DBTaskResult.objects.running().filter(started_at__lte=death)
        if not row.worker_ids or holding.get(row.worker_ids[-1]) != str(row.pk)
    ]
    WorkerBeat.objects.filter(seen_at__lte=death - timedelta(days=1)).delete()
    return sum(_take_over(row, at=at) for row in stranded)


def bury(worker_id: str, *, at: datetime) -> int:
    """Whoever kept this worker saw it die, so nobody needs to wait: take over what it held; answers how many tasks."""
    WorkerBeat.objects.filter(worker_id=worker_id).delete()
    held = [row for row in DBTaskResult.objects.running() if row.worker_ids and row.worker_ids[-1] == worker_id]
    return sum(_take_over(row, at=at) for row in held)


def _take_over(row: DBTaskResult, *, at: datetime) -> bool:
    if len(row.worker_ids) >= pace().tries:
        taken = fail(row, fault=None, why="worker.claims.WorkerDied", tries=0, at=at)
    else:
        taken = _leave(row, status=READY, run_after=at)
    if taken:
        log.warning("A task was rescued", extra={"task": row.task_path, "task_id": str(row.pk)})
    return taken


def _leave(row: DBTaskResult, **changes: Any) -> bool:
    if _still(row).update(**changes):
        return True
    log.warning("A task is in other hands", extra={"task": row.task_path, "task_id": str(row.pk)})
    return False


def _still(row: DBTaskResult) -> Any:
    """The row, if it is still as we read it."""
    return DBTaskResult.objects.filter(pk=row.pk, status=row.status, worker_ids=row.worker_ids)
