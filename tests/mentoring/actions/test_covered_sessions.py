"""A session with somebody whose mentor is away: it is the work of whoever covers, on the days of the leave."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import Event
from common.transitions import NotAllowed
from desk import cards
from mentoring.actions import covers, leaves, note_releases, sessions
from mentoring.models import Session
from mentoring.reports import experiences
from mentoring.reports import sessions as figures
from tests.mentoring.actions.test_covers import DAY, carys, cover, other  # noqa: F401  # the same cast
from tests.mentoring.actions.test_sessions import details

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(other, carys, match, leeds, now):  # noqa: F811
    def act(days=0, key="c1"):
        # A moment ago, so that it is today in London as it is for the database.
        said = details(establishment=leeds, started_at=now + days * DAY - timedelta(minutes=1))
        return sessions.record(mentor=other, details=said, marks={match: "attended"}, key=key, by=carys, at=now)

    return act


def test_whoever_covers_logs_a_session_which_is_the_person_s_and_theirs(cover, log, match, other):  # noqa: F811
    cover()

    session = log()

    assert session.mentor == other
    assert [(mark.person, mark.match) for mark in session.attendance.all()] == [(match.person, match)]
    assert Event.objects.get(verb="mentoring.session.recorded").about_ref == match.person.ref


@pytest.mark.parametrize("days", [-3, -2])
def test_a_day_of_the_leave_may_be_logged_later_in_it(cover, log, days):  # noqa: F811
    cover(-3, 0)

    assert log(days)


@pytest.mark.parametrize(("first", "last", "days"), [(0, 5, -1), (-5, -2, -1), (1, 5, 0)])
def test_a_day_outside_the_leave_is_refused(cover, log, first, last, days):  # noqa: F811
    cover(first, last)

    with pytest.raises(NotAllowed, match="look in on that day"):
        log(days)


@pytest.mark.parametrize("what", ["nobody answered", "the person refused", "it was ended", "the leave was withdrawn"])
def test_it_is_refused_when(cover, log, rosa, now, what):  # noqa: F811
    made = cover(agree=what in ("it was ended", "the leave was withdrawn"))
    if what == "the person refused":
        covers.refuse(cover=made, by=rosa, at=now)
    elif what == "it was ended":
        covers.end(cover=made, by=rosa, at=now)
    elif what == "the leave was withdrawn":
        leaves.end(leave=made.leave, by=rosa, at=now)

    with pytest.raises(NotAllowed, match="Choose people you are matched with"):
        log()


def test_they_read_and_correct_their_own_record_until_the_leave_is_over(cover, log, match, carys, leeds, now):  # noqa: F811
    made, session = cover(), None
    session = log()
    assert Session.objects.visible_to(carys).get() == session

    said = details(establishment=leeds, started_at=session.started_at, minutes=30)
    sessions.correct(
        session=session, details=said, marks={match: "attended"}, seen=1, reason="Half an hour", by=carys, at=now
    )
    assert Session.objects.get().minutes == 30

    type(made.leave).objects.update(first_day=timezone.localdate() - 5 * DAY, last_day=timezone.localdate() - DAY)
    assert not Session.objects.visible_to(carys).exists()


def test_the_mentor_who_comes_back_reads_it_when_the_person_releases_it(cover, log, match, sam, rosa):  # noqa: F811
    cover()
    session = log()
    assert not Session.objects.visible_to(sam).exists()

    note_releases.give(match=match, sessions=True, goal_notes=False, how="spoken", by=rosa, at=timezone.now())

    assert Session.objects.visible_to(sam).get() == session


def test_the_person_was_seen_and_the_time_is_of_whoever_gave_it(cover, log, match, other, carys, sam, rosa, now):  # noqa: F811
    cover()
    assert cards.not_seen(rosa, now).filter(pk=match.pk).exists()

    log()

    assert not cards.not_seen(rosa, now).filter(pk=match.pk).exists()
    assert figures.own_time(user=carys, since=now - DAY).minutes == 45
    assert figures.own_time(user=sam, since=now - DAY).minutes == 0
    assert (experiences.of(other).sessions, experiences.of(match.mentor).sessions) == (1, 0)
