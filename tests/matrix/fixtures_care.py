"""One of each thing that the pages about looking after mentors name."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from mentoring.actions import availabilities, batches, claims, covers, debriefs, leaves, supervisions
from mentoring.actions.claims import Line, Picture
from mentoring.actions.supervisions import Account
from mentoring.models import Mentor
from tests.conftest import mentor_for
from tests.factories.readiness import ready_for


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


def fare(key, mentor, user, now, picture=None):
    """A claim for one fare of today, not sent."""
    line = Line(kind="travel", spent_on=timezone.localdate(), words="Bus", amount=Decimal("4.80"), picture=picture)
    return claims.begin(mentor=mentor, line=line, key=key, by=user, at=now)


@pytest.fixture
def draft_claim(a_mentor, sam, now):
    return fare("c1", a_mentor, sam, now)


@pytest.fixture
def claim_line(draft_claim):
    return draft_claim.lines.get()


@pytest.fixture
def sent_claim(a_mentor, sam, now):
    return claims.submit(claim=fare("c2", a_mentor, sam, now), by=sam, at=now)


@pytest.fixture
def receipt(a_mentor, sam, now, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    claim = fare("c3", a_mentor, sam, now, Picture(content=b"\xff\xd8\xff", kind="jpg"))
    return claims.submit(claim=claim, by=sam, at=now).lines.get().receipt


@pytest.fixture
def batch(a_mentor, sam, rosa, marion, now):
    claims.approve(claim=claims.submit(claim=fare("c4", a_mentor, sam, now), by=sam, at=now), by=rosa, at=now)
    return batches.make(by=marion, at=now)


@pytest.fixture
def leave(a_mentor, sam, now):
    today = timezone.localdate()
    return leaves.tell(
        mentor=a_mentor, first_day=today, last_day=today, why="holiday", note="Post", key="l1", by=sam, at=now
    )


@pytest.fixture
def cover(leave, match, make_user, yorkshire, rosa, now):
    other = ready_for(mentor_for(make_user("carys", "peer_mentor"), yorkshire), match.person)
    return covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)


@pytest.fixture
def different_day(a_mentor, sam, now):
    return availabilities.add_day(mentor=a_mentor, day=timezone.localdate(), parts=["morning"], by=sam, at=now)


def crowd_of_care(session, mentor, staff, user, now, n):
    """What one more mentor brings to the lists of this part."""
    met(mentor, staff, now, f"crowd{n}")
    debriefs.ask(session=session, note="", by=user, at=now)
    claims.submit(claim=fare(f"crowd{n}", mentor, user, now), by=user, at=now)
    approved = claims.submit(claim=fare(f"paid{n}", mentor, user, now), by=user, at=now)
    claims.approve(claim=approved, by=staff, at=now)
    batches.make(by=staff, at=now)
    day = timezone.localdate()
    leaves.tell(mentor=mentor, first_day=day, last_day=day, why="unwell", note="", key=f"crowd{n}", by=user, at=now)
