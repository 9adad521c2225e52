"""The housekeeping that every installation needs."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from worker.pace import pace


@task()
def prune_results() -> None:
    """Delete the results of tasks that ended long ago."""
    old = timezone.now() - timedelta(days=pace().keep_days)
    DBTaskResult.objects.finished().filter(finished_at__lte=old).delete()


@task()
def clear_sessions() -> None:
    """Delete sessions that have run out."""
    call_command("clearsessions")


@task()
def publish_scheduled() -> None:
    """Publish and take down the pages whose hour has come."""
    call_command("publish_scheduled", verbosity=0)
