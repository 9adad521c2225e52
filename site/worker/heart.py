"""The heart of a worker: a thread that says "I am alive", looks after the dead, and starts what the clock says.

It beats beside the task in hand, so a long task does not look like death; but a task that is over its time and cannot
be interrupted (deep in a library that listens to no signal) takes the whole worker down, and is rescued by the next.
"""

import logging
import os
import socket
import threading
from collections.abc import Callable
from datetime import datetime
from time import monotonic

from django.db import close_old_connections, connection

from worker import claims, ticking
from worker.models import WorkerBeat
from worker.pace import Clock, pace

log = logging.getLogger(__name__)
OVER_TIME = 70  # the worker's exit code then; EX_SOFTWARE


class Heart(threading.Thread):
    def __init__(self, *, worker_id: str, clock: Clock, die: Callable[[int], object] = os._exit) -> None:
        super().__init__(name="heart", daemon=True)
        self.worker_id = worker_id
        self.clock = clock
        self.die = die
        self.began = clock()
        self._stopped = threading.Event()
        self._task_id = ""
        self._ends_by: float | None = None

    def holds(self, task_id: str, *, seconds: float) -> None:
        """The worker has begun a task that may take so many seconds."""
        self._task_id, self._ends_by = task_id, monotonic() + seconds + pace().overtime

    def holds_nothing(self) -> None:
        self._task_id, self._ends_by = "", None

    def run(self) -> None:
        while not self._stopped.is_set():
            self.beat()
            self._stopped.wait(pace().beat)
        connection.close()

    def beat(self) -> None:
        """One heartbeat. Whatever goes wrong (the database is away), the next one tries again."""
        if self._ends_by is not None and monotonic() > self._ends_by:
            log.critical("A task cannot be interrupted, so its worker goes", extra={"task_id": self._task_id})
            self.die(OVER_TIME)
        try:
            close_old_connections()
            at = self.clock()
            self.show_life(at)
            claims.rescue(at=at)
            ticking.tick(at=at)
        except Exception:
            log.exception("A heartbeat was missed")
            connection.close()

    def show_life(self, at: datetime) -> None:
        seen = {"seen_at": at, "task_id": self._task_id}
        if not WorkerBeat.objects.filter(worker_id=self.worker_id).update(**seen):
            who = {"host": socket.gethostname()[:200], "pid": os.getpid(), "started_at": self.began}
            WorkerBeat.objects.get_or_create(worker_id=self.worker_id, defaults={**who, **seen})

    def stop(self) -> None:
        self._stopped.set()
        self.join(timeout=5)
        WorkerBeat.objects.filter(worker_id=self.worker_id).delete()
