"""Asks for an outbox to be emptied, once for each transaction that promised something."""

from functools import partial

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

MESSAGES, TEXTS = "messaging.tasks.drain_outbox", "messaging.tasks.drain_texts"
REPORTS, REPLIES = "messaging.tasks.settle_reports", "messaging.tasks.hear_replies"


def wake_after_commit(task: str = MESSAGES) -> None:
    """After the commit, so that whoever drains sees what was promised. A crash in between costs one tick."""
    connection = transaction.get_connection()
    if not any(isinstance(call[1], partial) and call[1].args == (task,) for call in connection.run_on_commit):
        transaction.on_commit(partial(_wake, task), robust=True)


def _wake(task: str) -> None:
    if not DBTaskResult.objects.ready().filter(task_path=task).exists():
        import_string(task).enqueue()
