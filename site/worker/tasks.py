"""The housekeeping that every installation needs."""

import logging
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision

from worker.pace import pace

logger = logging.getLogger(__name__)


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
    """Publish and take down the pages whose hour has come. One that fails its checks by now keeps no other one back: it
    stays a draft, and its editor sends it on again.
    """
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()):
        page = revision.as_object()
        page.live, page.live_revision = True, revision
        try:
            page.full_clean()
        except ValidationError:
            logger.warning("revision %s was due and failed its checks, so it stays a draft", revision.pk)
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    call_command("publish_scheduled", verbosity=0)
