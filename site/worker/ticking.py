"""Starting what is due. Of several workers that see the same moment exactly one wins it."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from worker.models import Schedule
from worker.rules import next_run

log = logging.getLogger(__name__)


def tick(*, at: datetime) -> int:
    """Enqueue every schedule that is due; answers how many were ours to enqueue."""
    return sum(_start(schedule, at=at) for schedule in Schedule.objects.due(at))


def _start(schedule: Schedule, *, at: datetime) -> bool:
    """The compare-and-set and the new task commit together: no tick is lost, none is doubled."""
    later = next_run(every=schedule.every, daily_at=schedule.daily_at, after=at, due=schedule.next_run_at)
    seen = Schedule.objects.filter(pk=schedule.pk, enabled=True, next_run_at=schedule.next_run_at)
    try:
        with transaction.atomic():
            if not seen.update(next_run_at=later, last_run_at=at):
                return False
            if _still_waits(schedule.task_path):
                return False  # the last one has not begun; a second would only stand behind it
            import_string(schedule.task_path).enqueue()
    except Exception:  # a schedule that cannot start must not stop the others
        log.exception("A schedule could not start", extra={"task": schedule.task_path})
        return False
    return True


def _still_waits(task_path: str) -> bool:
    return DBTaskResult.objects.filter(task_path=task_path, status=TaskResultStatus.READY).exists()
