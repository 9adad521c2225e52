"""What mentors are reminded of for themselves."""

from datetime import date, timedelta

import pytest

from mentoring import mentor_occasions
from mentoring.actions import gate_plans, matches
from mentoring.models import Clearance, Mentor
from tests.conftest import NOW
from training.models import Completion

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def mentor(sam):
    return Mentor.objects.get(person__login=sam)


def due(found, until=NOW + timedelta(days=3)):
    return [(one.slot, one.recipient.ref) for one in found(NOW, until)]


@pytest.mark.parametrize(("days", "mark"), [(60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7)])
def test_a_clearance_is_told_of_60_30_and_7_days_before_it_runs_out(mentor, match, days, mark):
    ends = TODAY + timedelta(days=days)
    Clearance.objects.filter(mentor=mentor).update(valid_until=ends)
    assert (f"{ends:%Y%m%d}-{mark}", mentor.person.ref) in due(mentor_occasions.papers_run_out)


def test_what_runs_out_later_or_has_run_out_is_not_told_of(mentor, match):
    for days in (61, -1):
        Clearance.objects.filter(mentor=mentor).update(valid_until=TODAY + timedelta(days=days))
        assert due(mentor_occasions.papers_run_out) == []


def test_learning_that_runs_out_is_told_of(mentor):
    ends = TODAY + timedelta(days=20)
    Completion.objects.filter(learner=mentor.learner, module="safeguarding").update(expires_on=ends)
    assert due(mentor_occasions.learning_runs_out) == [(f"{ends:%Y%m%d}-30", mentor.person.ref)]


def test_supervision_is_told_of_before_it_is_due(mentor):
    Mentor.objects.filter(pk=mentor.pk).update(joined_on=TODAY)
    found = due(mentor_occasions.supervision_due)
    assert {ref for _, ref in found} <= {mentor.person.ref}
    assert len(found) <= 1


def test_the_day_at_the_gate_is_told_of_to_whoever_walks_with_them(match, rosa):
    day = TODAY + timedelta(days=2)
    plan = gate_plans.write(person=match.person, seen=0, ready=False, release_on=day, by=rosa, at=NOW)
    assert due(mentor_occasions.gate_days) == [(f"{day:%Y%m%d}", match.mentor.person.ref)]
    matches.pause(match=match, reason="A hard time", by=rosa, at=NOW)
    assert due(mentor_occasions.gate_days) == []
    assert plan.person == match.person


def test_what_is_sent_says_a_day_and_the_front_door(mentor, match):
    ends = date(2026, 11, 29)
    Clearance.objects.filter(mentor=mentor).update(valid_until=ends)
    (one,) = mentor_occasions.papers_run_out(NOW, NOW)
    assert (one.values["day"], one.values["link"].count("/")) == (ends, 2)
