"""Work of file support in the background."""

from django.utils import timezone
from django_tasks import task

from casefiles_support.actions import watching


@task()
def watch_over_journeys() -> None:
    """Keep apart whom a wall parts, ask for a word to whoever waits for one, and say whose training runs out."""
    now = timezone.now()
    for look in (watching.walls, watching.keep_in_touch, watching.training):
        look(by=None, at=now)
