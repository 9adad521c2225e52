"""Work of file support in the background."""

from django.utils import timezone
from django_tasks import task

from casefiles_support import falling_due
from casefiles_support.actions import clocks, corrections, erasures, missing_items, watching


@task()
def watch_over_journeys() -> None:
    """Keep apart whom a wall parts, ask for a word to whoever waits for one, and say whose training runs out."""
    now = timezone.now()
    for look in (watching.walls, watching.keep_in_touch, watching.training):
        look(by=None, at=now)


@task()
def see_what_falls_due() -> None:
    """What was not answered, acknowledged or put right in time; and what has been kept for as long as we said."""
    now = timezone.now()
    for look in (missing_items.raise_unanswered, corrections.raise_late, falling_due.raise_due, erasures.ask_all_due):
        look(by=None, at=now)


@task()
def watch_over_clocks() -> None:
    """Ask for what the clock of each request makes us owe: an answer, a question about receipt, a word to the late."""
    now, last = timezone.now(), 0
    while last := clocks.raise_due(by=None, at=now, after=last):
        pass
