"""A worker: takes one task after another until it is asked to stop.

django-tasks-db brings the table and the queue; its own worker leaves a task whose worker died "running" for ever, never
tries twice, has no clock, no time limit, and keeps what exceptions say. This one runs on the same table.
"""

import logging
import signal
import time
from collections.abc import Iterable
from types import FrameType
from typing import Any, cast

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django_tasks import TaskContext, TaskResult
from django_tasks_db.models import DBTaskResult

from common.logs import class_of
from common.refs import new_ref
from common.requests import request_id
from worker import claims, schedules
from worker.heart import Heart
from worker.limits import Limits, MustStop, alarm, limits_of, shorten_alarm
from worker.pace import Clock, pace

log = logging.getLogger(__name__)


class Worker:
    """`queues` are names, or "*" for all. `clock` answers the time: the command that runs us is the edge that reads it.

    `worker_id` must be its own; without one it makes one up.
    """

    def __init__(self, *, clock: Clock, queues: Iterable[str] = (claims.ALL_QUEUES,), worker_id: str = "") -> None:
        self.clock = clock
        self.queues = tuple(queues)
        self.worker_id = worker_id or new_ref()
        self.heart = Heart(worker_id=self.worker_id, clock=clock)
        self.stopping = False

    def run(self, *, instead_of: str = "") -> None:
        """Work until a signal says stop; then finish the task in hand, or hand it back when the grace is over.

        `instead_of` is a worker that its keeper saw die: what it held is free at once.
        """
        self.listen()
        log.info("A worker starts", extra={"worker": self.worker_id})
        self.heart.start()
        ready = False
        while not self.stopping:
            close_old_connections()
            try:
                ready = ready or self.make_ready(instead_of)
                worked = self.work_once()
            except (DatabaseError, InterfaceError):
                log.exception("The database is away; waiting for it")
                connections.close_all()
                worked = False
            if not worked:
                time.sleep(pace().poll)
        self.heart.stop()
        log.info("A worker stops", extra={"worker": self.worker_id})

    def make_ready(self, instead_of: str) -> bool:
        schedules.sync(at=self.clock())
        if instead_of:
            claims.bury(instead_of, at=self.clock())
        return True

    def run_batch(self, most: int | None = None) -> int:
        """Run what is due, up to `most` tasks, with no heart and no signals: for tests; answers how many ran."""
        ran = 0
        while (most is None or ran < most) and self.work_once():
            ran += 1
        return ran

    def listen(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.ask_to_stop)

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        """The first time the task in hand has its grace; the second time it is handed back at once."""
        shorten_alarm(0 if self.stopping else pace().grace)
        self.stopping = True

    def work_once(self) -> bool:
        """Take a task and run it; False when there was none."""
        row = claims.claim(worker_id=self.worker_id, queues=self.queues, at=self.clock())
        if row is None:
            return False
        token = request_id.set(new_ref())  # so that its log lines and its audit rows can be found together
        try:
            self.attempt(row)
        finally:
            self.heart.holds_nothing()
            request_id.reset(token)
        return True

    def attempt(self, row: DBTaskResult) -> None:
        """Run one task and write down how it ended. A task can end in any way at all, so every exception is caught."""
        begun = time.monotonic()
        limits = Limits(seconds=pace().time_limit, tries=pace().tries)
        said: dict[str, Any] = {"task": row.task_path, "task_id": str(row.pk), "attempt": len(row.worker_ids)}
        try:
            limits = limits_of(row.task)
            self.heart.holds(str(row.pk), seconds=limits.seconds)
            with alarm(limits.seconds):
                if self.stopping:  # the signal came between the claim and the alarm
                    raise MustStop
                value = self.call(row)
            claims.succeed(row, value=value, at=self.clock())
        except MustStop:
            self.put_right()
            claims.hand_back(row, at=self.clock())
            log.warning("A task was handed back", extra=said)
        except BaseException as fault:
            # Wherever it was interrupted, its connection may be in the middle of something.
            self.put_right()
            log.exception("A task failed", extra=said)
            claims.fail(row, fault=fault, why=class_of(fault), tries=limits.tries, at=self.clock())
        else:
            log.info("A task is done", extra={**said, "seconds": time.monotonic() - begun})

    def call(self, row: DBTaskResult) -> Any:
        task, result = row.task, cast("TaskResult", row.task_result)
        first = [TaskContext(task_result=result)] if task.takes_context else []
        return task.call(*first, *result.args, **result.kwargs)

    def put_right(self) -> None:
        """Drop the connections of a broken task, unless we run inside somebody's transaction (a test's)."""
        for connection in connections.all(initialized_only=True):
            if not connection.in_atomic_block:
                connection.close()
