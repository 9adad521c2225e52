"""Work of training in the background."""

import json

from django.utils import timezone
from django_tasks import task

from training import record_store
from training.actions import imports, statements
from training.rules.statements import LATER


@task()
def let_go_of_lists() -> None:
    """Lists of staff that were brought in are kept for a day at most."""
    imports.let_go(by=None, at=timezone.now())


@task()
def tell_record_store() -> None:
    """Send what is due to the learning record store, if one is set. One that does not answer is left alone."""
    if not record_store.is_set():
        return
    for statement in statements.take(by=None, at=timezone.now()):
        status = record_store.tell(json.loads(statement.content))
        found = statements.settle(statement=statement, status=status, by=None, at=timezone.now())
        if found == LATER:
            return
