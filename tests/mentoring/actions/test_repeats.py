from datetime import UTC, date, datetime, time, timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import groups, matches, meetings, mentors, repeats
from mentoring.models import Meeting, Repeat
from mentoring.tasks import make_meetings
from tests.conftest import NOW
from tests.matrix.fixtures_sessions import occasion

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
ASKED = {"cause": "prison_regime", "asked_by": "place"}


@pytest.fixture
def begin(match, leeds, sam):
    def act(whom=match, key="p", every="week", first_day=TODAY, until=TODAY + timedelta(days=360), at=NOW):
        return repeats.begin(
            mentor=match.mentor, whom=whom, every=every, first_day=first_day, wall_time=time(14), until=until,
            occasion=occasion(leeds), key=key, by=sam, at=at,
        )  # fmt: skip

    return act


def test_begin_makes_26_meetings_ahead(begin, match):
    repeat = begin()

    made = Meeting.objects.filter(repeat=repeat).order_by("starts_at")
    assert made.count() == 26
    assert made[0].starts_at == datetime(2026, 11, 22, 14, tzinfo=UTC)
    assert {one.match for one in made} == {match}


def test_the_time_on_the_wall_is_kept_over_spring(begin):
    begin(until=date(2027, 4, 30))

    hours = {at.month: at.hour for at in Meeting.objects.values_list("starts_at", flat=True)}
    assert (hours[2], hours[4]) == (14, 13)


def test_the_task_makes_what_is_missing_and_run_twice_changes_nothing(begin):
    begin()
    later = NOW + timedelta(days=21)

    assert repeats.make_ahead(by=None, at=later) == 3
    assert repeats.make_ahead(by=None, at=later) == 0
    assert Meeting.objects.count() == 29
    assert Event.objects.filter(verb="mentoring.repeat.made_ahead").count() == 1


def test_the_task_runs_by_the_clock(begin, now):
    begin(first_day=now.date() + timedelta(days=1), at=now)
    Meeting.objects.all().delete()
    make_meetings.call()

    assert Meeting.objects.count() == 26


def test_one_that_was_moved_is_not_made_again(begin, sam):
    begin()
    first = Meeting.objects.order_by("starts_at").first()
    meetings.reschedule(meeting=first, starts_at=NOW + timedelta(days=1), by=sam, at=NOW, **ASKED)

    assert repeats.make_ahead(by=None, at=NOW) == 0


@pytest.mark.parametrize("end", ["match", "suspended", "stopped", "over"])
def test_nothing_more_is_made_when_it_is_over(begin, match, sam, end):
    repeat = begin(until=TODAY + timedelta(days=200))
    Meeting.objects.all().delete()
    if end == "match":
        matches.end(match=match, reason="", by=None, at=NOW)
    if end == "suspended":
        mentors.change_status(mentor=match.mentor, to="suspended", reason="", by=None, at=NOW)
    if end == "stopped":
        repeats.stop(repeat=repeat, by=sam, at=NOW)

    assert repeats.make_ahead(by=None, at=NOW + timedelta(days=201 if end == "over" else 0)) == 0


def test_a_groups_meetings_stop_with_the_mentor_who_holds_it(begin, group, facilitator, rosa):
    begin(whom=group)
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)
    Meeting.objects.all().delete()

    assert repeats.make_ahead(by=None, at=NOW) == 0


def test_stopping_takes_away_what_is_to_come_and_keeps_the_rest(begin, sam):
    repeat = begin()
    first = Meeting.objects.order_by("starts_at").first()
    new = meetings.reschedule(meeting=first, starts_at=NOW + timedelta(days=1), by=sam, at=NOW, **ASKED)
    repeats.stop(repeat=repeat, by=sam, at=NOW)

    assert set(Meeting.objects.all()) == {first, new}
    with pytest.raises(NotAllowed, match="stopped already"):
        repeats.stop(repeat=repeat, by=sam, at=NOW)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"first_day": TODAY - timedelta(days=1)}, "first day has passed"),
        ({"until": TODAY - timedelta(days=1)}, "before the first"),
        ({"until": TODAY + timedelta(days=400)}, "a year ahead"),
    ],
)
def test_begin_refuses(begin, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        begin(**changes)


def test_begin_refuses_an_ended_match(begin, match):
    matches.end(match=match, reason="", by=None, at=NOW)

    with pytest.raises(NotAllowed, match="has ended"):
        begin()


def test_begun_five_times_it_is_one(begin):
    assert len({begin().pk for _ in range(5)}) == 1
    assert (Repeat.objects.count(), Meeting.objects.count()) == (1, 26)
