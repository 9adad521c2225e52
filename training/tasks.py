"""Work of training in the background."""

from django.utils import timezone
from django_tasks import task

from training.actions import imports


@task()
def let_go_of_lists() -> None:
    """Lists of staff that were brought in are kept for a day at most."""
    imports.let_go(by=None, at=timezone.now())
