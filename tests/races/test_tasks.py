"""The clock asks eight times at once; eight people finish the same task."""

import pytest
from django.db import transaction
from django.utils import timezone

from audit import actions as audit
from common.transitions import NotAllowed
from mentoring.actions import tasks
from mentoring.models import Task
from tests.conftest import NOW
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def ask(team):
    return tasks.raise_task(
        key="once", kind="match_after_move", team=team, due_on=NOW.date(), by=None, at=timezone.now()
    )


def test_one_occasion_raises_one_task_however_many_ask(yorkshire):
    outcomes = race(8, lambda n: ask(yorkshire))

    assert {outcome.pk for outcome in outcomes} == {Task.objects.get().pk}


def test_of_eight_who_finish_it_one_did(yorkshire, rosa):
    task = ask(yorkshire)

    outcomes = race(8, lambda n: tasks.finish(task=Task.objects.get(pk=task.pk), by=rosa, at=timezone.now()))

    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7


def test_who_settles_it_after_writing_in_the_trail_never_waits_for_who_finishes_it(yorkshire, rosa):
    """One holds the trail and wants the task, the other holds the task and wants the trail: nobody may be stuck."""
    task = ask(yorkshire)

    def act(n):
        if n % 2:
            return tasks.finish(task=Task.objects.get(pk=task.pk), by=rosa, at=timezone.now())
        with transaction.atomic():
            audit.record(verb="mentoring.task.raised", by=rosa, at=timezone.now(), subject=task)
            return tasks.settle(key=task.key, by=rosa, at=timezone.now())

    for _ in range(5):
        Task.objects.filter(pk=task.pk).update(status="open", done_at=None, done_by=None)
        outcomes = race(8, act)

        assert not [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, NotAllowed)]
        task.refresh_from_db()
        assert task.status in ("done", "settled")
