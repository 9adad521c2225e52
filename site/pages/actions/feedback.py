"""Keeping what readers say of a page, and letting go of it."""

from datetime import date, timedelta

from django.db import transaction
from wagtail.models import Page

from pages.models import Feedback

MOST_A_DAY = 300  # for one page: more than that is a machine, and is thanked like everybody else
KEPT = timedelta(days=2 * 365)


@transaction.atomic
def give(*, page: Page, useful: bool, on: date) -> Feedback | None:
    """One answer, kept with its day alone. None when the page has had enough for today.

    Not in the trail: nobody did it, and a line with a moment would say more than the answer does.
    """
    if Feedback.objects.of_day(page, on).count() >= MOST_A_DAY:
        return None
    return Feedback.objects.create(page=page, day=on, useful=useful)


@transaction.atomic
def say_why(*, ref: str, page: Page, reason: str, on: date) -> bool:
    """The reason for a no of today, once; answers whether it was kept."""
    found = Feedback.objects.of_day(page, on).filter(ref=ref, useful=False, reason="")
    return bool(found.update(reason=reason))


def forget(*, on: date) -> int:
    """Let go of what is older than two years; answers how many."""
    return Feedback.objects.filter(day__lt=on - KEPT).delete()[0]
