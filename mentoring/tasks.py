"""Work of the programme in the background."""

from django.utils import timezone
from django_tasks import task

from mentoring.actions import advocacy, drafts, follow_ups, reviews


@task()
def purge_drafts() -> None:
    """Let go of half-written sessions that nobody touched for 30 days."""
    drafts.purge(by=None, at=timezone.now())


@task()
def look_ahead() -> None:
    """Plan reviews, and ask the teams to look at reviews, answers and follow-ups that have come due."""
    now = timezone.now()
    reviews.plan_all(by=None, at=now)
    for raise_due in (reviews.raise_due, advocacy.raise_overdue, follow_ups.raise_due):
        raise_due(by=None, at=now)
