"""Eight people move, call off and log one meeting at once: one of them wins, and nothing is half done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import groups, meetings, registers, repeats
from mentoring.actions.registers import Row
from mentoring.models import Meeting, Member, Repeat, Session
from people.actions import persons
from tests.matrix.fixtures_sessions import register_of
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = {"cause": "prison_regime", "asked_by": "place"}


def test_of_eight_who_move_call_off_and_log_one_meeting_one_wins(meeting, match, sam, leeds):
    said = register_of(leeds, kind="one_to_one", started_at=timezone.now() - timedelta(minutes=50))

    def act(n):
        mine, at = Meeting.objects.get(pk=meeting.pk), timezone.now()
        if n % 3 == 0:
            return meetings.reschedule(meeting=mine, starts_at=at + timedelta(days=n + 1), by=sam, at=at, **ASKED)
        if n % 3 == 1:
            return meetings.call_off(meeting=mine, by=sam, at=at, **ASKED)
        return meetings.log(meeting=mine, details=said, marks={match: "attended"}, key=f"k{n}", by=sam, at=at)

    outcomes = race(8, act)

    assert sum(isinstance(outcome, Meeting | Session) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    meeting.refresh_from_db()
    assert meeting.status != Meeting.Status.PLANNED
    assert Session.objects.count() == (meeting.status == Meeting.Status.LOGGED)
    assert Meeting.objects.count() == 1 + (meeting.status == Meeting.Status.MOVED)
    changes = ("mentoring.meeting.moved", "mentoring.meeting.called_off", "mentoring.meeting.logged")
    assert Event.objects.filter(verb__in=changes).count() == 1
    assert check().whole


def test_the_same_log_sent_by_eight_at_once_makes_one_session(meeting, match, sam, leeds):
    said = register_of(leeds, kind="one_to_one", started_at=timezone.now() - timedelta(minutes=50))

    outcomes = race(
        8,
        lambda n: meetings.log(
            meeting=Meeting.objects.get(pk=meeting.pk), details=said, marks={match: "attended"}, key="once", by=sam,
            at=timezone.now(),
        ),
    )  # fmt: skip

    assert {outcome.pk for outcome in outcomes} == {Session.objects.get().pk}
    assert Event.objects.filter(verb="mentoring.meeting.logged").count() == 1


def test_the_same_register_sent_by_eight_at_once_is_kept_once(group, sams_mentor, jo, sam, leeds):
    said = register_of(leeds, started_at=timezone.now() - timedelta(hours=2))

    outcomes = race(
        8,
        lambda n: registers.take(
            mentor=sams_mentor, group=group, details=said, rows=[Row(person=jo, mark="attended")], key="once", by=sam,
            at=timezone.now(),
        ),
    )  # fmt: skip

    assert {outcome.pk for outcome in outcomes} == {Session.objects.get().pk}
    assert Event.objects.filter(verb="mentoring.register.taken").count() == 1


def test_two_workers_who_make_meetings_ahead_make_each_once(repeat):
    Meeting.objects.all().delete()

    race(8, lambda n: repeats.make_ahead(by=None, at=timezone.now()))

    assert Meeting.objects.filter(repeat=Repeat.objects.get()).count() == 26


def test_two_who_add_the_thirtieth_add_one(group, yorkshire, rosa, now):
    people = [persons.add(preferred_name=f"P{n}", team=yorkshire, by=rosa, at=now) for n in range(36)]
    for person in people[:28]:
        groups.join(group=group, person=person, by=rosa, at=now)

    outcomes = race(8, lambda n: groups.join(group=group, person=people[28 + n], by=rosa, at=timezone.now()))

    assert sum(isinstance(outcome, Member) for outcome in outcomes) == 1
    assert Member.objects.current().filter(group=group).count() == 30
