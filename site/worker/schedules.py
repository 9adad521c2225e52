"""What the clock starts by itself. Apps declare theirs in a `schedules.py` of their own:

every("messaging: empty the outbox", seconds=30, task=drain_outbox)
daily("worker: prune results", at=time(3, 10), task=prune_results)
"""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.utils.module_loading import autodiscover_modules

from worker import tasks
from worker.models import Schedule
from worker.rules import next_run


@dataclass(frozen=True)
class Declared:
    task_path: str
    every: int | None = None
    daily_at: time | None = None


_declared: dict[str, Declared] = {}


def every(name: str, *, seconds: int, task: Any) -> None:
    """Start `task` (no arguments) each so many seconds, on one worker."""
    _declare(name, Declared(task.module_path, every=seconds))


def daily(name: str, *, at: time, task: Any) -> None:
    """Start `task` (no arguments) once a day at a London time."""
    _declare(name, Declared(task.module_path, daily_at=at))


def _declare(name: str, schedule: Declared) -> None:
    if _declared.get(name, schedule) != schedule:
        raise ValueError(f"two schedules are called {name}")
    _declared[name] = schedule


def declared() -> dict[str, Declared]:
    return dict(_declared)


def autodiscover() -> None:
    autodiscover_modules("schedules")


def sync(*, at: datetime) -> None:
    """Make the table say what the apps declare. Whoever was switched off stays off; what nobody declares goes."""
    Schedule.objects.exclude(name__in=_declared).delete()
    for name, wanted in _declared.items():
        columns = {"task_path": wanted.task_path, "every": wanted.every, "daily_at": wanted.daily_at}
        first = at if wanted.every else next_run(every=None, daily_at=wanted.daily_at, after=at)
        row, is_new = Schedule.objects.get_or_create(name=name, defaults={**columns, "next_run_at": first})
        if not is_new and any(getattr(row, column) != value for column, value in columns.items()):
            Schedule.objects.filter(pk=row.pk).update(**columns, next_run_at=first)


every("worker: publish what is due", seconds=60, task=tasks.publish_scheduled)
daily("worker: prune results", at=time(3, 10), task=tasks.prune_results)
daily("worker: clear old sessions", at=time(3, 20), task=tasks.clear_sessions)
