"""Work of the programme in the background."""

from django.utils import timezone
from django_tasks import task

from mentoring.actions import drafts, reviews


@task()
def purge_drafts() -> None:
    """Let go of half-written sessions that nobody touched for 30 days."""
    drafts.purge(by=None, at=timezone.now())


@task()
def plan_reviews() -> None:
    """Plan the next review of every open match, and ask the teams to look at those that are due."""
    now = timezone.now()
    reviews.plan_all(by=None, at=now)
    reviews.raise_due(by=None, at=now)
