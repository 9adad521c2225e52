from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import groups, matches, meetings, sessions
from mentoring.actions.registers import Row
from mentoring.models import Clearance, Meeting, Member, Session
from mentoring.reports import meetings as reports
from tests.conftest import NOW, mentor_for
from tests.matrix.fixtures_sessions import occasion, register_of

pytestmark = pytest.mark.django_db
ASKED = {"cause": "prison_regime", "asked_by": "place"}


@pytest.fixture
def plan(match, leeds, sam):
    def act(whom=match, key="m", hours=24, mentor=match.mentor, by=sam, at=NOW, **changes):
        return meetings.plan(
            mentor=mentor, whom=whom, starts_at=NOW + timedelta(hours=hours), occasion=occasion(leeds), key=key,
            by=by, at=at, **changes,
        )  # fmt: skip

    return act


def details(leeds, **changes):
    return register_of(leeds, kind="one_to_one", started_at=NOW - timedelta(minutes=50), **changes)


def test_plan_keeps_who_when_and_whose_work_it_is(plan, match, yorkshire, leeds):
    meeting = plan()

    assert (meeting.match, meeting.team, meeting.establishment, meeting.status) == (match, yorkshire, leeds, "planned")


def test_planned_five_times_it_is_one(plan):
    assert len({plan().pk for _ in range(5)}) == 1
    assert Event.objects.filter(verb="mentoring.meeting.planned").count() == 1


@pytest.mark.parametrize(("hours", "reason"), [(-30, "has passed"), (24 * 500, "more than a year")])
def test_plan_refuses_a_time(plan, hours, reason):
    with pytest.raises(NotAllowed, match=reason):
        plan(hours=hours)


def test_plan_refuses_a_match_that_has_ended(plan, match):
    matches.end(match=match, reason="", by=None, at=NOW)

    with pytest.raises(NotAllowed, match="has ended"):
        plan()


def test_plan_refuses_somebody_elses_match_and_group(plan, group, alex, yorkshire):
    other = mentor_for(alex, yorkshire)
    with pytest.raises(NotAllowed, match="matched with"):
        plan(mentor=other)
    with pytest.raises(NotAllowed, match="does not hold"):
        plan(whom=group, mentor=other)


def test_plan_refuses_a_key_that_somebody_else_used(plan, rosa):
    plan()

    with pytest.raises(NotAllowed, match="somebody else"):
        plan(by=rosa)


def test_moving_keeps_the_old_meeting_and_its_reason(plan, sam):
    first = plan()
    second = meetings.reschedule(meeting=first, starts_at=NOW + timedelta(days=3), by=sam, at=NOW, **ASKED)
    third = meetings.reschedule(meeting=second, starts_at=NOW + timedelta(days=5), by=sam, at=NOW, **ASKED)

    first.refresh_from_db()
    assert (first.status, first.moved_to, first.cause, first.asked_by) == ("moved", second, "prison_regime", "place")
    assert reports.way(second) == reports.way(first) == reports.way(third) == [first, second, third]
    assert Meeting.objects.planned().get() == third


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"starts_at": NOW + timedelta(hours=24)}, "already has"),
        ({"starts_at": NOW - timedelta(hours=1)}, "has passed"),
        ({"starts_at": NOW + timedelta(days=500)}, "more than a year"),
        ({"cause": ""}, "Choose why"),
        ({"asked_by": ""}, "Choose who asked"),
    ],
)
def test_moving_is_refused(plan, sam, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        meetings.reschedule(
            **({"meeting": plan(), "starts_at": NOW + timedelta(days=2), "by": sam, "at": NOW} | ASKED | changes)
        )


def test_a_meeting_moves_on_once(plan, sam):
    meeting = plan()
    meetings.call_off(meeting=meeting, by=sam, at=NOW, **ASKED)

    with pytest.raises(NotAllowed, match="moved on"):
        meetings.reschedule(meeting=meeting, starts_at=NOW + timedelta(days=3), by=sam, at=NOW, **ASKED)
    with pytest.raises(NotAllowed, match="moved on"):
        meetings.call_off(meeting=meeting, by=sam, at=NOW, **ASKED)
    assert Meeting.objects.count() == 1


def test_calling_off_counts_for_whom_it_was_meant(plan, group, lee, sam, rosa, jo):
    meeting = plan(whom=group)
    meetings.call_off(meeting=meeting, by=sam, at=NOW, **ASKED)
    groups.leave(member=Member.objects.get(group=group, person=jo), by=rosa, at=NOW)

    meeting.refresh_from_db()
    assert (meeting.status, meeting.expected) == ("cancelled", 2)


def test_logging_makes_the_session_and_knows_when_it_was_planned(plan, sam, leeds, match):
    meeting = plan(hours=-1)
    session = meetings.log(meeting=meeting, details=details(leeds), marks={match: "attended"}, key="k", by=sam, at=NOW)

    meeting.refresh_from_db()
    assert (meeting.status, meeting.session) == ("logged", session)
    assert session.planned_at == meeting.starts_at


def test_logged_five_times_it_is_one_session(plan, sam, leeds, match):
    meeting = plan(hours=-1)
    said = {"meeting": meeting, "details": details(leeds), "marks": {match: "attended"}, "key": "k", "by": sam}

    assert len({meetings.log(**said, at=NOW).pk for _ in range(5)}) == 1
    assert Event.objects.filter(verb="mentoring.meeting.logged").count() == 1


def test_a_meeting_that_was_called_off_first_records_nothing(plan, sam, leeds, match):
    meeting = plan(hours=-1)
    meetings.call_off(meeting=meeting, by=sam, at=NOW, **ASKED)

    with pytest.raises(NotAllowed, match="moved on"):
        meetings.log(meeting=meeting, details=details(leeds), marks={match: "attended"}, key="k", by=sam, at=NOW)
    assert not Session.objects.exists()


def test_logging_refuses_a_meeting_to_come_and_somebody_else(plan, sam, leeds, match):
    with pytest.raises(NotAllowed, match="still to come"):
        meetings.log(meeting=plan(), details=details(leeds), marks={match: "attended"}, key="k", by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="not who this meeting was with"):
        meetings.log(meeting=plan(hours=-1, key="o"), details=details(leeds), marks={}, key="k", by=sam, at=NOW)


def test_a_groups_meeting_is_logged_by_its_register(plan, group, jo, sam, leeds, sams_mentor):
    meeting = plan(whom=group, hours=-1)
    session = meetings.log_register(
        meeting=meeting, mentor=sams_mentor, details=register_of(leeds, started_at=NOW - timedelta(hours=1)),
        rows=[Row(person=jo, mark="attended")], key="k", by=sam, at=NOW,
    )  # fmt: skip

    meeting.refresh_from_db()
    assert (meeting.session, session.group) == (session, group)


def test_a_session_logged_by_itself_can_be_said_to_be_the_meeting(plan, sam, leeds, match):
    meeting = plan(hours=-1)
    session = sessions.record(
        mentor=match.mentor, details=details(leeds), marks={match: "attended"}, key="k", by=sam, at=NOW
    )
    assert list(reports.alike(meeting=meeting, user=sam)) == [session]
    meetings.link(meeting=meeting, session=session, by=sam, at=NOW)

    assert not reports.alike(meeting=plan(hours=-2, key="x"), user=sam).exists()
    with pytest.raises(NotAllowed, match="another meeting"):
        meetings.link(meeting=plan(hours=-2, key="x"), session=session, by=sam, at=NOW)


def test_a_session_with_somebody_else_is_not_the_meeting(plan, group, jo, sam, leeds, match):
    session = sessions.record(
        mentor=match.mentor, details=details(leeds), marks={match: "attended"}, key="k", by=sam, at=NOW
    )

    with pytest.raises(NotAllowed, match="somebody else"):
        meetings.link(meeting=plan(whom=group, hours=-1), session=session, by=sam, at=NOW)


def test_unlogged_are_those_past_by_a_day(plan, sam, rosa, gwen, match):
    old = plan(hours=-25, at=NOW - timedelta(days=2))
    plan(hours=-23, key="n")

    assert list(reports.unlogged(user=rosa, now=NOW)) == [old]
    assert not reports.unlogged(user=gwen, now=NOW).exists()
    matches.end(match=match, reason="", by=None, at=NOW)
    assert not reports.unlogged(user=rosa, now=NOW).exists()


def test_what_is_coming_stops_with_the_match(plan, sam, match):
    meeting = plan()
    assert list(reports.coming(user=sam, now=NOW)) == [meeting]
    matches.end(match=match, reason="", by=None, at=NOW)

    assert not Meeting.objects.visible_to(sam).exists()


def test_a_group_meeting_is_seen_by_who_holds_the_group_now(plan, group, facilitator, sam, rosa, max_):
    meeting = plan(whom=group)
    assert Meeting.objects.visible_to(sam).get() == meeting
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)

    assert not Meeting.objects.visible_to(sam).exists()
    assert not Meeting.objects.visible_to(max_).exists()


def test_each_change_is_in_the_trail_with_whom_it_is_about(plan, sam, jo):
    meeting = plan()
    new = meetings.reschedule(meeting=meeting, starts_at=NOW + timedelta(days=3), by=sam, at=NOW, **ASKED)
    meetings.call_off(meeting=new, by=sam, at=NOW, **ASKED)

    said = Event.objects.filter(verb__startswith="mentoring.meeting.").values_list("verb", "about_ref")
    assert set(said) == {(f"mentoring.meeting.{verb}", jo.ref) for verb in ("planned", "moved", "called_off")}


def test_plan_refuses_a_prison_that_has_not_cleared_the_mentor_for_that_very_day(plan, match):
    Clearance.objects.update(valid_until=NOW.date() + timedelta(days=5))

    assert plan(key="a", hours=24 * 4)
    with pytest.raises(NotAllowed, match=r"no clearance for HMP Leeds on 28 November 2026"):
        plan(key="b", hours=24 * 6)


def test_moving_asks_the_prison_for_the_new_day(plan, sam):
    first = plan()
    Clearance.objects.update(valid_until=NOW.date() + timedelta(days=5))

    with pytest.raises(NotAllowed, match="no clearance"):
        meetings.reschedule(meeting=first, starts_at=NOW + timedelta(days=6), by=sam, at=NOW, **ASKED)


def test_outside_a_prison_no_clearance_is_asked(match, sam):
    Clearance.objects.all().delete()
    outside = meetings.Occasion(minutes=60, setting="community", medium="in_person", where="A café")

    assert meetings.plan(
        mentor=match.mentor, whom=match, starts_at=NOW + timedelta(hours=24), occasion=outside, key="m", by=sam, at=NOW
    )
