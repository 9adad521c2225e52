"""Keeping what readers say of a page, and letting go of it."""

from datetime import datetime, timedelta

from django.db import transaction
from wagtail.models import Page

from common.dates import local_day
from pages.models import Feedback

MOST_A_DAY = 300  # for one page: more than that is a machine, and is thanked like everybody else
KEPT = timedelta(days=2 * 365)


@transaction.atomic
def give(*, page: Page, useful: bool, by: None, at: datetime) -> Feedback | None:
    """One answer, kept with its day alone. None when the page has had enough for today.

    Not in the trail: `by` is nobody, always, and a line with a moment would say more than the answer does.
    """
    on = local_day(at)
    if Feedback.objects.of_day(page, on).count() >= MOST_A_DAY:
        return None
    return Feedback.objects.create(page=page, day=on, useful=useful)


@transaction.atomic
def say_why(*, ref: str, page: Page, reason: str, by: None, at: datetime) -> bool:
    """The reason for a no of today, once; answers whether it was kept."""
    found = Feedback.objects.of_day(page, local_day(at)).filter(ref=ref, useful=False, reason="")
    return bool(found.update(reason=reason))


@transaction.atomic
def forget(*, by: None, at: datetime) -> int:
    """Let go of what is older than two years; answers how many."""
    return Feedback.objects.filter(day__lt=local_day(at) - KEPT).delete()[0]
