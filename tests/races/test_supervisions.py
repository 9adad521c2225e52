"""Eight coordinators write up the same meeting at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import supervisions
from mentoring.actions.supervisions import Account
from mentoring.models import Mentor, Supervision
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_who_write_up_a_meeting_one_is_first(sam, rosa):
    now, today = timezone.now(), timezone.localdate()
    meeting = supervisions.plan(
        mentor=Mentor.objects.get(person__login=sam), supervisor=rosa, planned_for=now + timedelta(hours=1),
        kind="one_to_one", key="p", by=rosa, at=now,
    )  # fmt: skip

    def write_up(n):
        said = Account(
            held_on=today, kind="group", agreed_summary=f"Number {n}", private_notes="",
            next_due_on=today + timedelta(weeks=4),
        )  # fmt: skip
        found = Supervision.objects.get(pk=meeting.pk)
        return supervisions.hold(supervision=found, account=said, by=rosa, at=timezone.now())

    outcomes = race(8, write_up)

    assert sum(isinstance(outcome, Supervision) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert Event.objects.filter(verb="mentoring.supervision.held").count() == 1
