"""Workers that are alive, and what the clock starts by itself."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class WorkerBeat(models.Model):
    """A worker and when it was last heard of. The row goes when the worker stops."""

    worker_id = models.CharField(max_length=64, unique=True)
    host = models.CharField(max_length=200)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    task_id = models.CharField("current task", max_length=36, blank=True)

    def __str__(self) -> str:
        return f"worker {self.worker_id}"


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    def due(self, at: datetime) -> "ScheduleQuerySet":
        return self.filter(enabled=True, next_run_at__lte=at)


class Schedule(models.Model):
    """A task that the clock starts, declared in an app's `schedules.py`. Only `enabled` is for people to change."""

    name = models.CharField(max_length=100, unique=True)
    task_path = models.CharField(max_length=200)
    every = models.PositiveIntegerField("seconds between two runs", null=True, blank=True)
    daily_at = models.TimeField("time of day in London", null=True, blank=True)
    next_run_at = models.DateTimeField()
    last_run_at = models.DateTimeField(null=True, blank=True)
    enabled = models.BooleanField(default=True)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(every__isnull=False, every__gt=0, daily_at__isnull=True)
                | Q(every__isnull=True, daily_at__isnull=False),
                name="schedule_is_every_or_daily",
            )
        ]

    def __str__(self) -> str:
        return self.name
