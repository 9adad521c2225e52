"""The clock asks eight times at once; eight people finish the same task."""

import pytest
from django.utils import timezone

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
