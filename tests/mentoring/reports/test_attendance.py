"""Each statistic, and that no later move of a team, a mentor, a match or a group changes it."""

from datetime import date, datetime, time, timedelta

import pytest

from common.dates import LONDON
from mentoring.actions import groups, matches, meetings, registers, sessions
from mentoring.actions.registers import Row
from mentoring.models import Facilitator, Match, Member, Mentor
from mentoring.reports.attendance import BY, tallies, total
from mentoring.reports.sessions import by_setting, delivery, own_time
from people.actions import locations
from people.models import Person
from tests.conftest import NOW, match_of, mentor_for
from tests.matrix.fixtures_sessions import occasion, register_of

pytestmark = pytest.mark.django_db
SINCE, UNTIL = NOW - timedelta(days=100), NOW + timedelta(days=1)
WINDOW = {"since": SINCE, "until": UNTIL}


@pytest.fixture
def work(group, lee, jo, match, sam, sams_mentor, rosa, leeds):
    """One to one: held, held late, the prison, by choice. A group of two: one came. A meeting of theirs called off."""
    kinds = [("attended", ""), ("attended_late", ""), ("not_attended", "prison_regime"),
             ("not_attended", "person_chose_not")]  # fmt: skip
    for n, (mark, cause) in enumerate(kinds):
        said = register_of(
            leeds, kind="one_to_one", started_at=NOW - timedelta(days=n + 1), happened=not cause, cause=cause,
            minutes=None if cause else 30,
        )  # fmt: skip
        sessions.record(mentor=sams_mentor, details=said, marks={match: mark}, key=f"o{n}", by=sam, at=NOW)
    registers.take(
        mentor=sams_mentor, group=group, details=register_of(leeds, setting="community", establishment=None),
        rows=[Row(person=jo, mark="attended"), Row(person=lee, mark="not_attended", cause="not_known")], key="g",
        by=sam, at=NOW,
    )  # fmt: skip
    off = meetings.plan(
        mentor=sams_mentor, whom=group, starts_at=NOW - timedelta(hours=1), occasion=occasion(leeds), key="m", by=sam,
        at=NOW - timedelta(days=1),
    )  # fmt: skip
    meetings.call_off(meeting=off, cause="prison_security", asked_by="place", by=sam, at=NOW)


def move_everything(sam, rosa, gwen, wales, alex):
    """Everybody goes elsewhere: what was done stays where it was done."""
    for match in Match.objects.open():
        matches.end(match=match, reason="moved on", by=None, at=NOW)
    for member in Member.objects.current():
        groups.leave(member=member, by=rosa, at=NOW)
    for led in Facilitator.objects.current():
        groups.stand_down(facilitator=led, by=rosa, at=NOW)
    Person.objects.update(team=wales)
    Mentor.objects.update(team=wales, status="resting")
    for person in Person.objects.filter(locations__isnull=False):
        locations.record(
            person=person, kind="community", legal_state="licence", by=None, at=NOW, started_on=NOW.date(),
            authority=person.locations.first().establishment.authority,
        )  # fmt: skip
        match_of(mentor_for(alex, wales), person, at=NOW)


def test_offers_are_counted_one_by_one(work, marion):
    whole = total(tallies(user=marion, by="month", **WINDOW))

    assert (whole.sessions, whole.offered, whole.came, whole.late) == (5, 8, 2, 1)
    assert (whole.not_delivered, whole.called_off) == (5, 2)
    assert dict(whole.causes) == {
        "prison_regime": 1, "person_chose_not": 1, "not_known": 1, "prison_security": 2,
    }  # fmt: skip


def test_the_rate_blames_nobody_for_a_lockdown(work, marion):
    whole = total(tallies(user=marion, by="month", **WINDOW))

    assert whole.chose_not_in_words == "1 of 8 (12%)"


def test_nothing_offered_has_no_rate(marion):
    assert total(tallies(user=marion, by="team", **WINDOW)).chose_not_in_words == "–"


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("team", [("Yorkshire", 8)]),
        ("establishment", [("HMP Leeds", 6), ("Not in a prison", 2)]),
        ("setting", [("In the community", 2), ("In prison", 6)]),
        ("month", [("November 2026", 8)]),
    ],
)
def test_they_are_counted_by(work, marion, by, expected):
    assert [(one.label, one.offered) for one in tallies(user=marion, by=by, **WINDOW)] == expected


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("who", ["marion", "rosa", "sam"])
def test_no_move_changes_a_tally(work, request, who, by, sam, rosa, gwen, wales, alex):
    user = request.getfixturevalue(who)
    before = tallies(user=user, by=by, **WINDOW)
    move_everything(sam, rosa, gwen, wales, alex)

    assert before
    assert tallies(user=user, by=by, **WINDOW) == before


@pytest.mark.parametrize("figure", [delivery, by_setting])
@pytest.mark.parametrize("who", ["marion", "rosa"])
def test_no_move_changes_the_figures_of_a_desk(work, request, who, figure, sam, rosa, gwen, wales, alex):
    user = request.getfixturevalue(who)
    before = figure(user=user, **WINDOW)
    move_everything(sam, rosa, gwen, wales, alex)

    assert before
    assert figure(user=user, **WINDOW) == before


def test_no_move_changes_a_mentors_own_time(work, sam, rosa, gwen, wales, alex):
    before = own_time(user=sam, since=SINCE)
    move_everything(sam, rosa, gwen, wales, alex)

    assert (before.offered, before.delivered, before.minutes) == (5, 3, 120)
    assert own_time(user=sam, since=SINCE) == before


def test_another_team_and_another_mentor_have_none_of_it(work, gwen, alex, max_):
    for user in (gwen, alex, max_):
        assert tallies(user=user, by="team", **WINDOW) == []


def test_a_mentor_has_their_own_counts_only(work, sam, alex, yorkshire, jo, leeds, match):
    other = mentor_for(alex, yorkshire)
    matches.end(match=match, reason="", by=None, at=NOW - timedelta(hours=2))
    walk = match_of(other, jo, at=NOW - timedelta(hours=2))
    said = register_of(leeds, kind="one_to_one", started_at=NOW - timedelta(hours=1))
    sessions.record(mentor=other, details=said, marks={walk: "attended"}, key="x", by=alex, at=NOW)

    assert total(tallies(user=alex, by="team", **WINDOW)).offered == 1
    assert total(tallies(user=sam, by="team", **WINDOW)).offered == 8


@pytest.mark.parametrize(
    ("day", "label"), [((2026, 4, 1), "April 2026"), ((2026, 3, 31), "March 2026"), ((2026, 11, 1), "November 2026")]
)
def test_a_month_begins_at_midnight_in_london(marion, sam, match, leeds, sams_mentor, day, label):
    late = time(0, 15) if day[2] == 1 else time(23, 45)
    starts = datetime.combine(date(*day), late, LONDON)
    Match.objects.filter(pk=match.pk).update(started_on=date(2026, 1, 1))
    match.refresh_from_db()
    said = register_of(leeds, kind="one_to_one", started_at=starts)
    sessions.record(mentor=sams_mentor, details=said, marks={match: "attended"}, key="s", by=sam, at=NOW)

    found = tallies(user=marion, by="month", since=NOW - timedelta(days=365), until=UNTIL)
    assert [one.label for one in found] == [label]


def test_three_queries_however_many_rows(work, marion, django_assert_num_queries):
    marion.has_role("x")
    with django_assert_num_queries(3):
        tallies(user=marion, by="establishment", **WINDOW)
