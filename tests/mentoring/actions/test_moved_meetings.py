"""No meeting stands silently at a place that somebody has left."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import covers, groups, leaves, meetings, repeats
from mentoring.actions.meetings import Occasion
from mentoring.models import Clearance, Meeting, Repeat, Task
from mentoring.reports import meetings as reports
from mentoring.rules.meetings import why_not_after_move
from messaging.models import Message
from people.actions import locations
from tests.conftest import mentor_for
from tests.factories.places import prison
from tests.factories.readiness import cleared

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
A, B = 1, 2


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ({}, "transferred"),
        ({"prison": None}, "transferred"),
        ({"prison": None, "setting": "remote", "medium": "pin_call"}, "transferred"),
        ({"prison_now": A}, ""),  # only how they are held has changed
        ({"prison": B}, ""),  # planned there already
        ({"prison_now": None, "is_inside": False, "is_free": True}, "released"),
        ({"prison_now": None, "is_inside": False, "is_free": False}, "transferred"),  # nobody knows where
        ({"prison_now": None, "is_inside": False, "is_free": True, "setting": "gate", "on_the_day": True}, ""),
        ({"prison_now": None, "is_inside": False, "is_free": True, "setting": "gate"}, "released"),
        ({"setting": "gate", "on_the_day": True}, "transferred"),
        ({"prison": None, "setting": "community"}, ""),  # planned for when they are out
        ({"prison": None, "setting": "court"}, ""),
    ],
)
def test_what_becomes_of_a_meeting_when_somebody_leaves_a_prison(said, cause):
    left = {
        "setting": "custody", "medium": "in_person", "prison": A, "prison_now": B, "was_inside": True,
        "is_inside": True, "is_free": False, "on_the_day": False,
    }  # fmt: skip

    assert why_not_after_move(**(left | said)) == cause


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ({}, "transferred"),
        ({"setting": "remote", "medium": "phone"}, "transferred"),
        ({"medium": "letter", "setting": "remote"}, ""),
        ({"setting": "court"}, ""),
        ({"prison": B, "setting": "custody"}, ""),
        ({"is_inside": False, "is_free": True, "prison_now": None}, ""),  # another town
        ({"is_inside": False, "is_free": True, "prison_now": None, "prison": A, "setting": "custody"}, ""),
    ],
)
def test_what_becomes_of_a_meeting_when_somebody_was_outside(said, cause):
    outside = {
        "setting": "community", "medium": "in_person", "prison": None, "prison_now": B, "was_inside": False,
        "is_inside": True, "is_free": False, "on_the_day": False,
    }  # fmt: skip

    assert why_not_after_move(**(outside | said)) == cause


@pytest.fixture
def hull():
    return prison(name="HMP Hull")


@pytest.fixture
def plan(match, leeds, sam, now):
    def act(days=3, key="m1", **changes):
        said = {"minutes": 60, "setting": "custody", "medium": "in_person", "establishment": leeds} | changes
        return meetings.plan(
            mentor=match.mentor, whom=match, starts_at=now + days * DAY, occasion=Occasion(**said), key=key, by=sam,
            at=now,
        )  # fmt: skip

    return act


@pytest.fixture
def weekly(match, leeds, sam, now):
    occasion = Occasion(minutes=60, setting="custody", medium="in_person", establishment=leeds)
    today = timezone.localdate()
    return repeats.begin(
        mentor=match.mentor, whom=match, every="week", first_day=today + 2 * DAY, wall_time=time(10),
        until=today + 200 * DAY, occasion=occasion, key="r1", by=sam, at=now,
    )  # fmt: skip


@pytest.fixture
def move(jo, rosa, now):
    def act(establishment=None, **changes):
        inside = establishment is not None
        said = {"kind": "custody" if inside else "community", "legal_state": "sentenced" if inside else "licence"}
        return locations.record(person=jo, establishment=establishment, by=rosa, at=now, **(said | changes))

    return act


def test_a_transfer_calls_off_what_stood_at_the_old_prison_and_says_why(plan, move, hull, rosa):
    meeting = plan()

    move(hull)

    meeting.refresh_from_db()
    said = (meeting.status, meeting.cause, meeting.asked_by, meeting.expected, meeting.settled_by)
    assert said == ("cancelled", "transferred", "place", 1, rosa)
    assert Event.objects.filter(verb="mentoring.meeting.called_off").count() == 1


def test_a_release_calls_them_off_for_another_cause_and_leaves_the_gate(plan, move):
    inside, gate = plan(), plan(days=0.01, key="m2", setting="gate")

    move()

    assert Meeting.objects.get(pk=inside.pk).cause == "released"
    assert Meeting.objects.get(pk=gate.pk).status == "planned"


def test_what_is_past_and_what_can_still_be_stands(plan, move, hull, now, match, leeds, sam):
    cleared(match.mentor, hull)
    past = plan(days=-0.5)
    court, there = plan(key="m2", setting="court", establishment=None), plan(key="m3", establishment=hull)

    move(hull)

    assert {Meeting.objects.get(pk=one.pk).status for one in (past, court, there)} == {"planned"}


def test_a_repeat_stops_and_one_meeting_of_it_counts(weekly, move, hull, rosa):
    assert Meeting.objects.planned().count() == 26

    move(hull)

    assert (Meeting.objects.count(), Meeting.objects.get().cause) == (1, "transferred")
    assert Repeat.objects.get().stopped_by == rosa
    assert repeats.make_ahead(by=None, at=timezone.now()) == 0


def test_the_team_and_the_mentor_are_asked_to_plan_again_until_they_have(plan, move, hull, match, sam, now):
    type(sam).objects.filter(pk=sam.pk).update(email="sam@example.org")
    plan(), plan(key="m2", days=5)
    assert not reports.to_plan_again(user=sam, now=now).exists()

    move(hull)

    task = Task.objects.get(kind="meetings_to_plan_again")
    assert (task.match, task.mentor, task.team) == (match, match.mentor, match.person.team)
    assert Message.objects.filter(key__startswith="mentoring.moved-").count() == 1
    later = timezone.now()
    assert reports.to_plan_again(user=sam, now=later).get() == match
    cleared(match.mentor, hull)
    plan(key="m4", establishment=hull)
    assert not reports.to_plan_again(user=sam, now=later).exists()


def test_the_new_prison_is_asked_to_let_the_mentor_in(match, move, hull):
    move(hull)

    clearance = Clearance.objects.get(establishment=hull)
    assert (clearance.mentor, clearance.status) == (match.mentor, "not_applied")
    assert Task.objects.get(kind="clearance_to_ask_for").mentor == match.mentor


def test_nobody_is_asked_where_the_prison_lets_them_in_already_or_is_the_same(match, move, hull, leeds):
    today = timezone.localdate()
    Clearance.objects.create(
        mentor=match.mentor, establishment=hull, status="granted", valid_from=today - DAY, valid_until=today + DAY,
        since=timezone.now(),
    )  # fmt: skip

    move(leeds, legal_state="recalled")
    move(hull)

    assert not Task.objects.filter(kind="clearance_to_ask_for").exists()


def test_a_move_that_is_refused_calls_nothing_off(plan, move, hull):
    meeting = plan()

    with pytest.raises(NotAllowed, match="future"):
        move(hull, started_on=date(2200, 1, 1))

    assert Meeting.objects.get(pk=meeting.pk).status == "planned"


@pytest.fixture
def mentor_goes_inside(match, leeds, rosa, now):
    def act():
        return locations.record(
            person=match.mentor.person, kind="custody", legal_state="remand", establishment=leeds, by=rosa, at=now
        )

    return act


def test_nobody_waits_for_a_mentor_who_goes_into_prison(plan, weekly, mentor_goes_inside, match, jo, now):
    past, outside, there = plan(days=-0.5), plan(key="m2", setting="community", establishment=None), plan(key="m3")

    mentor_goes_inside()

    off = Meeting.objects.filter(status="cancelled")
    assert {one.pk for one in off} > {outside.pk, there.pk} and off.count() == 3  # and the next of what is repeated
    assert set(off.values_list("cause", "asked_by")) == {("mentor", "mentor")}
    assert Meeting.objects.planned().get() == past
    assert Repeat.objects.get().stopped_at is not None
    task = Task.objects.get(kind="meetings_without_mentor")
    said = (task.person, task.match, task.mentor, task.team, task.due_on)
    assert said == (jo, match, match.mentor, jo.team, timezone.localdate(now))
    assert not Task.objects.filter(kind="meetings_to_plan_again").exists()


def test_a_mentor_who_moves_outside_comes_still(plan, match, rosa, now):
    meeting = plan()

    locations.record(person=match.mentor.person, kind="community", by=rosa, at=now)

    assert Meeting.objects.planned().get() == meeting
    assert not Task.objects.filter(kind="meetings_without_mentor").exists()


@pytest.fixture
def other(make_user, yorkshire, leeds):
    return mentor_for(make_user("una", "peer_mentor"), yorkshire, leeds)


def test_a_day_on_which_somebody_looks_in_stands(plan, mentor_goes_inside, match, other, rosa, now):
    covered, after = plan(days=3), plan(days=20, key="m2")
    today = timezone.localdate(now)
    away = leaves.tell(
        mentor=match.mentor, first_day=today, last_day=today + 10 * DAY, why="holiday", note="", key="l", by=rosa,
        at=now,
    )  # fmt: skip
    covers.agree(cover=covers.ask(leave=away, match=match, mentor=other, by=rosa, at=now), by=rosa, at=now)

    mentor_goes_inside()

    assert Meeting.objects.get(status="planned") == covered
    assert Meeting.objects.get(status="cancelled") == after


@pytest.mark.parametrize(("held_by_two", "status"), [(False, "cancelled"), (True, "planned")])
def test_a_group_meets_where_another_mentor_holds_it_too(
    group, lee, mentor_goes_inside, match, other, leeds, sam, rosa, now, held_by_two, status
):
    if held_by_two:
        groups.lead(group=group, mentor=other, by=rosa, at=now)
    occasion = Occasion(minutes=60, setting="custody", medium="in_person", establishment=leeds)
    meeting = meetings.plan(
        mentor=match.mentor, whom=group, starts_at=now + DAY, occasion=occasion, key="gm", by=sam, at=now
    )

    mentor_goes_inside()

    meeting.refresh_from_db()
    assert (meeting.status, meeting.expected) == (status, None if held_by_two else 2)
    assert Task.objects.filter(kind="meetings_without_mentor", mentor=match.mentor).count() == (not held_by_two)
