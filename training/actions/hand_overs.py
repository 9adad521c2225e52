"""Making a cohort for a prison whose staff wrote to us by the public form."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from pages.actions import hand_overs as inbox
from pages.models import HandOver
from places.models import Establishment
from training.actions import cohorts
from training.models import Cohort, CoursePage


@transaction.atomic
def begin(
    *, hand_over: HandOver, establishment: Establishment, name: str, course: CoursePage | None, due_on: date | None,
    by: Any, at: datetime,
) -> Cohort:  # fmt: skip
    """A cohort, still empty; whoever leads there puts people in it."""
    cohort = cohorts.add(
        establishment=establishment, name=name, course=course, due_on=due_on, key=hand_over.ref, by=by, at=at
    )
    became = reverse("training:cohorts-page", args=[cohort.ref])
    inbox.pass_on(hand_over=hand_over, became=became, by=by, at=at)
    return cohort
