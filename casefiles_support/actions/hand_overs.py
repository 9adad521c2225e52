"""Beginning somebody's way to their file from what they wrote by the public form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from casefiles_support.actions import journeys
from casefiles_support.models import Checkpoint, Journey
from common.dates import local_day
from pages.actions import hand_overs as inbox
from pages.models import HandOver
from people.actions import persons
from people.models import Person


@transaction.atomic
def begin(*, hand_over: HandOver, known: Person | None, details: Mapping[str, Any], by: Any, at: datetime) -> Journey:
    """Their own page here, or the one that they have (`known`), and their yes: they asked us themselves, in writing, on
    the day on which it was sent.
    """
    person = known or persons.add(**details, by=by, at=at)
    journey = journeys.offer(
        person=person, outcome=Checkpoint.Outcome.DONE, in_private=True, on=local_day(hand_over.sent_at),
        key=hand_over.ref, by=by, at=at,
    )  # fmt: skip
    became = reverse("people:persons-detail", args=[person.ref])
    inbox.pass_on(hand_over=hand_over, became=became, by=by, at=at)
    return journey
