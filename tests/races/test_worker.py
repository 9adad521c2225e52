"""Many workers, one queue: each task, each tick and each message is taken by one."""

from datetime import timedelta
from time import sleep

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from messaging import addresses
from messaging.actions import delivery
from messaging.actions.outbox import promise
from messaging.gateways.memory import MemoryGateway
from messaging.models import Message
from tests.races.running import race
from tests.worker import jobs
from worker import claims, ticking
from worker.models import Schedule

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()


def promised(key):
    return promise(
        to=addresses.email("a@b.example"), about=None, key=key, by=None, at=NOW, subject="Hello", text="Hello"
    )


def test_each_task_is_claimed_by_one_worker():
    for number in range(20):
        jobs.answer.enqueue(number)

    def take(number):
        taken = []
        for _ in range(20):
            row = claims.claim(worker_id=f"w{number}", at=timezone.now())
            taken += [row.pk] if row else []
        return taken

    taken = [pk for got in race(6, take) for pk in got]
    assert len(taken) == len(set(taken)) == 20


def test_a_worker_steps_past_what_another_is_just_taking():
    first = jobs.answer.enqueue(1)
    second = jobs.answer.enqueue(2)

    def take(number):
        if number == 0:
            with transaction.atomic():
                row = DBTaskResult.objects.ready().select_for_update(skip_locked=True).first()
                sleep(1)
                return str(row.pk)
        sleep(0.3)
        return str(claims.claim(worker_id="w", at=timezone.now()).pk)

    assert race(2, take) == [first.id, second.id]


def test_a_dead_workers_task_is_rescued_once():
    jobs.answer.enqueue(1)
    claims.claim(worker_id="dead", at=NOW - timedelta(hours=1))

    assert sum(race(6, lambda number: claims.rescue(at=timezone.now()))) == 1


def test_a_tick_is_started_once():
    Schedule.objects.create(name="s", task_path="worker.tasks.prune_results", every=60, next_run_at=NOW)

    assert sum(race(8, lambda number: ticking.tick(at=NOW))) == 1
    assert DBTaskResult.objects.count() == 1


def test_the_same_promise_by_several_at_once_is_one_message():
    made = race(8, lambda number: promised("the same"))

    assert len({message.pk for message in made}) == 1
    assert Message.objects.count() == 1


def test_each_message_is_said_once_by_several_drains(settings):
    settings.MESSAGING = {**settings.MESSAGING, "gateways": {"email": "messaging.gateways.memory.MemoryGateway"}}
    MemoryGateway.forget()
    for number in range(20):
        promised(f"k{number}")

    assert sum(race(4, lambda number: delivery.drain(clock=timezone.now))) == 20
    assert len({said.ref for said in MemoryGateway.sent}) == len(MemoryGateway.sent) == 20
