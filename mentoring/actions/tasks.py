"""Asking staff to look at something, once; and what becomes of it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import move
from mentoring.models import Match, Mentor, Task
from mentoring.rules.tasks import words_of
from people.models import Person
from places.models import Team


@transaction.atomic
def raise_task(
    *,
    key: str,
    kind: str,
    team: Team | None,
    due_on: date,
    by: Any,
    at: datetime,
    person: Person | None = None,
    match: Match | None = None,
    mentor: Mentor | None = None,
) -> Task:
    """Ask the team (None: whichever takes it) to look at something. `key` names the occasion (“clearance:<ref>:30”):
    asked again, nothing happens.

    `kind` is declared in rules/tasks.py. `by` is None where the clock asks.
    """
    words_of(kind)  # a kind without words is a mistake of ours: better here than on somebody's desk
    task, new = Task.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "team": team,
            "person": person,
            "match": match,
            "mentor": mentor,
            "due_on": due_on,
            "raised_at": at,
        },
    )
    if new:
        audit.record(verb="mentoring.task.raised", by=by, at=at, subject=task, about=person, kind=kind)
    return task


@transaction.atomic
def finish(*, task: Task, by: Any, at: datetime) -> Task:
    """Somebody did it."""
    move(task, to=Task.Status.DONE, frm={Task.Status.OPEN}, done_at=at, done_by=by)
    audit.record(verb="mentoring.task.finished", by=by, at=at, subject=task, about=task.person)
    return task


@transaction.atomic
def settle(*, key: str, by: Any, at: datetime) -> None:
    """Its cause is gone: nobody need look any more. Nothing happens where there is no such open task.

    It never waits for the task: an action that has written in the trail would wait for somebody who finishes it at this
    moment and waits for the trail. Whoever holds it is closing it, and that is all that was wanted.
    """
    task = Task.objects.open().select_for_update(skip_locked=True).filter(key=key).first()
    if task is None:
        return
    move(task, to=Task.Status.SETTLED, frm={Task.Status.OPEN}, done_at=at, done_by=by)
    audit.record(verb="mentoring.task.settled", by=by, at=at, subject=task, about=task.person)
