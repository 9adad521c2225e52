"""Work of the programme in the background."""

from django.utils import timezone
from django_tasks import task

from mentoring.actions import drafts


@task()
def purge_drafts() -> None:
    """Let go of half-written sessions that nobody touched for 30 days."""
    drafts.purge(by=None, at=timezone.now())
