"""What the worker does for the outbox."""

from django.utils import timezone
from django_tasks import task

from messaging.actions import delivery


@task(queue_name="urgent")
def drain_outbox() -> None:
    """Say what is due."""
    delivery.drain(clock=timezone.now)


@task()
def forget_messages() -> None:
    """Empty old addresses and texts."""
    delivery.forget(at=timezone.now())
