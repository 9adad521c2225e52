"""What runs out: staff are told in good time, and a match waits."""

from datetime import timedelta

import pytest

from audit.models import Event
from mentoring.actions import lapses
from mentoring.models import Clearance, Match, Mentor, Task
from people.actions import locations
from tests.conftest import NOW
from training.models import Completion

TODAY = NOW.date()


@pytest.fixture
def clearance(match) -> Clearance:
    return Clearance.objects.get(mentor=match.mentor)


def ends(clearance, days):
    Clearance.objects.filter(pk=clearance.pk).update(valid_until=TODAY + timedelta(days=days))


def find(at=NOW):
    return lapses.find(by=None, at=at)


def test_a_match_in_prison_waits_when_the_clearance_ran_out_and_the_team_is_asked(match, clearance, yorkshire):
    ends(clearance, -1)

    assert find() == 1
    match.refresh_from_db()
    clearance.refresh_from_db()
    task = Task.objects.get(kind="match_after_lapse")
    assert (match.status, clearance.status) == (Match.Status.PAUSED, Clearance.Status.EXPIRED)
    assert (task.team, task.match, task.due_on) == (yorkshire, match, TODAY + timedelta(days=1))


def test_the_reason_is_kept_in_words_for_staff_and_said_neutrally_to_the_mentor(match, clearance):
    ends(clearance, -1)
    find()

    match.refresh_from_db()
    assert match.status_reason == "We are checking something"
    assert "HMP Leeds" in match.steps.order_by("-pk").first().note


def test_a_match_waits_when_training_ran_out(match):
    Completion.objects.filter(module="safeguarding").update(expires_on=TODAY - timedelta(days=1))

    assert find() == 1


def test_in_the_community_no_clearance_is_needed(match, clearance, rosa):
    locations.record(person=match.person, kind="community", by=rosa, at=NOW)
    Match.objects.update(status=Match.Status.ACTIVE)
    ends(clearance, -1)

    assert find() == 0


def test_a_match_goes_on_while_everything_counts(match):
    assert find() == 0
    match.refresh_from_db()
    assert match.status == Match.Status.ACTIVE


def test_a_supervisor_who_left_pauses_nobody(match):
    Mentor.objects.update(supervisor=None)

    assert find() == 0


def test_looking_twice_pauses_once_and_asks_once(match, clearance):
    ends(clearance, -1)

    assert [find(), find(), find(NOW + timedelta(days=1))] == [1, 0, 0]
    assert Task.objects.filter(kind="match_after_lapse").count() == 1
    assert Event.objects.filter(verb="mentoring.clearance.expired").count() == 1


def test_a_clearance_is_chased_at_60_30_and_7_days_once_each(match, clearance):
    ends(clearance, 60)
    for day in range(61):
        for _ in range(2):
            lapses.chase(by=None, at=NOW + timedelta(days=day))

    keys = Task.objects.filter(kind="clearance_ends_soon").order_by("pk").values_list("key", flat=True)
    assert [key.rsplit(":", 1)[1] for key in keys] == ["60", "30", "7"]


def test_a_day_without_the_clock_loses_no_chase(match, clearance):
    ends(clearance, 60)
    for day in (5, 35, 58):
        lapses.chase(by=None, at=NOW + timedelta(days=day))

    assert Task.objects.filter(kind="clearance_ends_soon").count() == 3


def test_a_renewed_clearance_is_chased_anew(match, clearance):
    ends(clearance, 60)
    lapses.chase(by=None, at=NOW)
    ends(clearance, 400)
    lapses.chase(by=None, at=NOW)
    lapses.chase(by=None, at=NOW + timedelta(days=341))

    assert Task.objects.filter(kind="clearance_ends_soon").count() == 2


@pytest.mark.parametrize("days", [61, 400])
def test_nobody_is_asked_too_early(match, clearance, days):
    ends(clearance, days)

    assert lapses.chase(by=None, at=NOW) == 0
    assert not Task.objects.filter(kind="clearance_ends_soon").exists()
