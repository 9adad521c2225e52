"""One of each thing that the pages about looking after mentors name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.actions import debriefs, supervisions
from mentoring.actions.supervisions import Account
from mentoring.models import Mentor


@pytest.fixture
def a_mentor(sam):
    return Mentor.objects.select_related("person").get(person__login=sam)


@pytest.fixture
def the_mentors_person(a_mentor):
    return a_mentor.person


def met(mentor, by, now, key):
    """A meeting of today, which the mentor has not read yet."""
    today = timezone.localdate()
    said = Account(
        held_on=today, kind="one_to_one", agreed_summary="Fridays off.", private_notes="Tired.",
        next_due_on=today + timedelta(weeks=4),
    )  # fmt: skip
    return supervisions.record(mentor=mentor, account=said, key=key, by=by, at=now)


@pytest.fixture
def held_supervision(a_mentor, rosa, now):
    return met(a_mentor, rosa, now, "h1")


@pytest.fixture
def planned_supervision(a_mentor, rosa, now):
    return supervisions.plan(
        mentor=a_mentor, supervisor=rosa, planned_for=now + timedelta(days=3), kind="one_to_one", key="p1", by=rosa,
        at=now,
    )  # fmt: skip


@pytest.fixture
def debrief(session, sam, now):
    return debriefs.ask(session=session, note="After five", by=sam, at=now)


def crowd_of_care(session, mentor, staff, user, now, n):
    """What one more mentor brings to the lists of this part."""
    met(mentor, staff, now, f"crowd{n}")
    debriefs.ask(session=session, note="", by=user, at=now)
