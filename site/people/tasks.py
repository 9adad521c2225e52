"""What people starts in the background."""

from django.utils import timezone
from django_tasks import task

from people.actions import alerts


@task(queue_name="urgent")
def tell_again_of_concerns() -> int:
    """Tell everybody who can act of the concerns that nobody has acknowledged in time."""
    return alerts.tell_again(by=None, at=timezone.now())
