"""Prisons that have not cleared a mentor for the very day: asked about before, and looked at after."""

from datetime import time, timedelta

import pytest

from common.dates import local_day
from mentoring.actions import clearances, matches, registers, repeats, sessions, uncleared
from mentoring.actions.registers import Row
from mentoring.models import Clearance, Meeting, Task
from mentoring.tasks import find_lapses
from tests.conftest import NOW
from tests.matrix.fixtures_sessions import occasion, register_of
from tests.mentoring.actions.test_sessions import details

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture
def clearance(match) -> Clearance:
    return Clearance.objects.get(mentor=match.mentor)


@pytest.fixture
def weekly(match, leeds, sam):
    """Every week from today on, for half a year."""
    return repeats.begin(
        mentor=match.mentor, whom=match, every="week", first_day=TODAY, wall_time=time(14), until=TODAY + 200 * DAY,
        occasion=occasion(leeds), key="w", by=sam, at=NOW,
    )  # fmt: skip


def ends(clearance, days):
    Clearance.objects.filter(pk=clearance.pk).update(valid_until=TODAY + days * DAY)


def ask(at=NOW):
    return uncleared.ask_about_meetings(by=None, at=at)


def asked():
    return Task.objects.filter(kind="meeting_without_clearance")


def test_a_repeat_goes_on_beyond_the_clearance_and_the_team_is_asked_once_before_it(
    weekly, clearance, match, yorkshire
):
    ends(clearance, 20)  # the meeting in three weeks is the first beyond it

    assert [ask(), ask(), ask(NOW + DAY)] == [1, 1, 1]
    assert Meeting.objects.filter(repeat=weekly, starts_at__gt=NOW + 20 * DAY).exists()
    task = asked().get()
    assert (task.team, task.mentor, task.due_on) == (yorkshire, match.mentor, TODAY + 20 * DAY)


def test_nobody_is_asked_while_they_are_cleared_for_every_day_that_is_near(weekly, clearance):
    ends(clearance, 30)

    assert ask() == 0
    assert not asked().exists()


@pytest.mark.parametrize("how", ["cleared", "match ended"])
def test_the_task_is_settled_when_its_cause_is_gone(weekly, clearance, match, how):
    ends(clearance, 6)
    ask()
    if how == "cleared":
        ends(clearance, 300)
    else:
        matches.end(match=match, reason="", by=None, at=NOW)

    assert ask(NOW + DAY) == 0
    assert asked().get().status == "settled"


def test_a_meeting_outside_asks_nothing_of_a_prison(weekly, clearance):
    clearance.steps.all().delete()
    clearance.delete()
    Meeting.objects.update(setting="community", establishment=None)

    assert ask() == 0


def test_it_runs_by_the_clock(match, leeds, sam, now, clearance):
    today = local_day(now)
    repeats.begin(
        mentor=match.mentor, whom=match, every="week", first_day=today + DAY, wall_time=time(14), until=today + 9 * DAY,
        occasion=occasion(leeds), key="w", by=sam, at=now,
    )  # fmt: skip
    Clearance.objects.filter(pk=clearance.pk).update(valid_until=today + 5 * DAY)
    find_lapses.call()

    assert asked().get().due_on == today + 7 * DAY


@pytest.fixture
def record(sam, match, leeds):
    def act(**changes):
        return sessions.record(
            mentor=match.mentor, details=details(**{"establishment": leeds} | changes), key="k", by=sam, at=NOW,
            marks={match: "attended" if changes.get("happened", True) else "not_attended"},
        )  # fmt: skip

    return act


def looked_at():
    return Task.objects.filter(kind="session_without_clearance")


def test_a_session_inside_without_a_clearance_is_kept_and_looked_at(
    record, clearance, match, jo, yorkshire, rosa, nadia, sam
):
    ends(clearance, -1)
    session = record()

    assert session.pk
    task = looked_at().get()
    assert (task.mentor, task.person, task.team, task.due_on) == (match.mentor, jo, yorkshire, TODAY + DAY)
    for who, sees in ((rosa, True), (nadia, True), (sam, False)):
        assert Task.objects.visible_to(who).filter(pk=task.pk).exists() is sees


def test_the_same_session_is_looked_at_once(record, clearance, match, leeds, sam):
    ends(clearance, -1)
    session = record()
    record()
    sessions.correct(
        session=session, details=details(establishment=leeds, minutes=50), marks={match: "attended"}, seen=1,
        reason="Longer", by=sam, at=NOW,
    )  # fmt: skip

    assert looked_at().count() == 1


def test_a_correction_that_puts_it_inside_is_looked_at(record, clearance, match, leeds, sam):
    ends(clearance, -1)
    session = record(setting="community", establishment=None, where="A café")
    assert not looked_at().exists()

    sessions.correct(
        session=session, details=details(establishment=leeds), marks={match: "attended"}, seen=1, reason="Inside",
        by=sam, at=NOW,
    )  # fmt: skip
    assert looked_at().count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"medium": "pin_call"},
        {"happened": False, "minutes": None, "cause": "clearance_or_gate", "what_we_did": ""},
        {"setting": "community", "establishment": None, "where": "A café"},
    ],
)
def test_nobody_went_in_so_nobody_looks(record, clearance, changes):
    ends(clearance, -1)
    record(**changes)

    assert not looked_at().exists()


def test_a_clearance_that_stood_on_that_day_and_ran_out_since_is_enough(record, clearance):
    ends(clearance, -1)
    clearances.expire(by=None, at=NOW)
    record(started_at=NOW - 2 * DAY)

    assert not looked_at().exists()


@pytest.mark.parametrize(("hours", "looks"), [(3, False), (1, True)])
def test_a_clearance_counts_until_the_moment_the_prison_took_it_back(record, clearance, rosa, hours, looks):
    clearances.take(
        clearance=clearance, to="withdrawn_by_establishment", reason="vetting", words="Not now", by=rosa,
        at=NOW - timedelta(hours=2),
    )  # fmt: skip
    record(started_at=NOW - timedelta(hours=hours))

    assert looked_at().exists() is looks


def test_a_register_inside_without_a_clearance_is_looked_at(group, sams_mentor, clearance, jo, leeds, sam):
    ends(clearance, -5)
    registers.take(
        mentor=sams_mentor, group=group, details=register_of(leeds), rows=[Row(person=jo, mark="attended")], key="r",
        by=sam, at=NOW,
    )  # fmt: skip

    assert looked_at().count() == 1
