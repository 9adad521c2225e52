"""Six weeks after a module was finished: whom to ask what they did differently, and when."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.conf import settings
from django.urls import reverse

from common.dates import LONDON, local_day
from messaging.pointers import pointer
from messaging.reminders import Occasion
from training.models import Confidence, Progress
from training.rules.confidences import SIX_WEEKS

LATER = "training.later"
MORNING = time(10)
DAY = timedelta(days=1)
# So long after, an outage has made it too late to remind anybody; it waits on their page all the same.
MISSED = timedelta(days=14)


def asked_later(since: datetime, until: datetime) -> Iterator[Occasion]:
    """Those who sign in and have not answered. Whoever has no address finds it on their page."""
    done = Progress.objects.filter(
        finished_at__gt=since - SIX_WEEKS - MISSED, finished_at__lte=until - SIX_WEEKS,
        enrolment__learner__login__isnull=False,
    ).exclude(confidences__moment=Confidence.Moment.LATER)  # fmt: skip
    link = f"{settings.PUBLIC_BASE_URL}{reverse('training:learning-mine')}"
    for held in done.select_related("enrolment__learner__login").order_by("finished_at", "pk").iterator(chunk_size=500):
        if held.finished_at is not None:
            due = datetime.combine(local_day(held.finished_at + SIX_WEEKS) + DAY, MORNING, tzinfo=LONDON)
            login = held.enrolment.learner.login
            yield Occasion(subject=held, recipient=pointer(login), send_after=max(since, due), values={"link": link})
