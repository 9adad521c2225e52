"""Is everything well? What each part of the house answers is gathered here; apps declare theirs in a `health.py`.

A check is a function of the time that answers a Finding: a state and an age, never a name, a number of people or a
version, since anybody may read it.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max, Min, Q
from django.utils.module_loading import autodiscover_modules
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from worker.models import WorkerBeat
from worker.pace import pace


class State(StrEnum):
    OK = "ok"
    LOOK = "look"  # somebody should look, but people are served
    DOWN = "down"
    UNKNOWN = "unknown"  # could not be asked


@dataclass(frozen=True)
class Finding:
    state: State
    says: str
    seconds: float | None = None


Check = Callable[[datetime], Finding]
_checks: dict[str, Check] = {}

LEAST_DISK = 200 * 1024 * 1024
MIGRATIONS_LAST = 60  # seconds; looking through all migrations takes a while


def declare(name: str, check: Check) -> None:
    """Add a check; the same name again takes its place."""
    _checks[name] = check


def autodiscover() -> None:
    autodiscover_modules("health")


def examine(*, at: datetime) -> dict[str, Finding]:
    """Every check's finding. Without a database the others are not even asked: each would wait for it in vain."""
    found = {"web": Finding(State.OK, "This page was answered."), "database": database(at)}
    away = found["database"].state == State.DOWN
    for name, check in _checks.items():
        found[name] = Finding(State.UNKNOWN, "Not asked.") if away else _asked(check, at)
    found["disk"] = disk(at)
    return found


def _asked(check: Check, at: datetime) -> Finding:
    try:
        return check(at)
    except (DatabaseError, InterfaceError):
        return Finding(State.DOWN, "It could not be asked.")


def all_well(found: dict[str, Finding]) -> bool:
    return all(finding.state in (State.OK, State.LOOK) for finding in found.values())


def database(at: datetime) -> Finding:
    begun = monotonic()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return Finding(State.DOWN, "The database does not answer.")
    return Finding(State.OK, "The database answers.", monotonic() - begun)


def disk(at: datetime) -> Finding:
    """Where the database's file (SQLite) or the code stands."""
    place = settings.SQLITE_PATH if connection.vendor == "sqlite" else settings.ROOT
    try:
        free = shutil.disk_usage(place).free
    except FileNotFoundError:
        free = shutil.disk_usage(settings.ROOT).free
    if free < LEAST_DISK:
        return Finding(State.DOWN, "The disk is nearly full.")
    return Finding(State.OK, "There is room on the disk.")


_migrations: dict[str, Any] = {"until": 0.0, "finding": None}


def migrations(at: datetime) -> Finding:
    """Does the database have the shape that this code expects? Looked at once a minute in each process."""
    if monotonic() < _migrations["until"]:
        return _migrations["finding"]
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return Finding(State.DOWN, "The database waits for a migration.")
    _migrations["until"] = monotonic() + MIGRATIONS_LAST
    _migrations["finding"] = Finding(State.OK, "The database has the shape that this version expects.")
    return _migrations["finding"]


def worker(at: datetime) -> Finding:
    seen = WorkerBeat.objects.aggregate(last=Max("seen_at"))["last"]
    if seen is None:
        return Finding(State.DOWN, "No worker is running.")
    age = (at - seen).total_seconds()
    if age > pace().dead_after:
        return Finding(State.DOWN, "No worker has been heard of for a while.", age)
    return Finding(State.OK, "A worker is running.", max(age, 0))


def queue(at: datetime) -> Finding:
    """How long the oldest task that is due has waited."""
    at_once = Q(run_after=get_date_max())
    waits = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    oldest = waits.aggregate(
        at_once=Min("enqueued_at", filter=at_once),
        later=Min("run_after", filter=~at_once & Q(run_after__lte=at)),
    )
    return waiting(since=[moment for moment in oldest.values() if moment], at=at, late=pace().late)


def waiting(*, since: list[datetime], at: datetime, late: float) -> Finding:
    """The finding about a queue whose oldest entries have been due `since`."""
    if not since:
        return Finding(State.OK, "Nothing waits.", 0)
    age = max((at - min(since)).total_seconds(), 0)
    if age > late:
        return Finding(State.DOWN, "Something has waited too long.", age)
    return Finding(State.OK, "What waits is recent.", age)


declare("migrations", migrations)
declare("worker", worker)
declare("queue", queue)
