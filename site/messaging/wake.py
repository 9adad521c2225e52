"""Asks for the outbox to be emptied, once for each transaction that promised something."""

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from messaging.tasks import drain_outbox


def wake_after_commit() -> None:
    """After the commit, so that whoever drains sees what was promised. A crash in between costs one tick."""
    connection = transaction.get_connection()
    if not any(call[1] is _wake for call in connection.run_on_commit):
        transaction.on_commit(_wake, robust=True)


def _wake() -> None:
    waiting = DBTaskResult.objects.ready().filter(task_path=drain_outbox.module_path)
    if not waiting.exists():
        drain_outbox.enqueue()
