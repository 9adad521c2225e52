"""How fast the worker's heart beats and when it gives something up. `settings.WORKER` changes any of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

Clock = Callable[[], datetime]


@dataclass(frozen=True, kw_only=True)
class Pace:
    """All in seconds, but `tries` and `keep_days`."""

    beat: float = 4  # between two heartbeats; each also looks for stranded tasks and for schedules that are due
    dead_after: float = 30  # without a heartbeat a worker is dead, and its task somebody else's
    poll: float = 1  # between two looks at an empty queue
    tries: int = 3
    backoff: float = 15  # before the second try; four times as long before the third
    time_limit: float = 300  # for a task that does not say its own
    grace: float = 20  # for the task in hand, when the worker is asked to stop
    overtime: float = 60  # past the limit of a task that nothing can interrupt; then the whole worker goes
    keep_days: int = 14  # results
    late: float = 600  # a queue whose oldest task has waited this long is in trouble

    def death(self, at: datetime) -> datetime:
        """Whoever was last seen before this is dead."""
        return at - timedelta(seconds=self.dead_after)


def pace() -> Pace:
    chosen: dict[str, Any] = settings.WORKER
    return Pace(**chosen)
