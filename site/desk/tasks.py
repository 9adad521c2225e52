"""What the desk does in the background."""

from django.utils import timezone
from django_tasks import task

from desk import digests


@task()
def send_digests() -> None:
    """On a Monday, tell every coordinator what waits for them."""
    digests.send(now=timezone.now())
