from datetime import date, timedelta

import pytest

from mentoring.rules import debriefs, supervisions
from tests.conftest import NOW

TODAY = NOW.date()


def why_not_hold(**changes):
    said = {
        "held_on": TODAY,
        "next_due_on": TODAY + timedelta(weeks=4),
        "summary": "Take Fridays off.",
        "today": TODAY,
    }
    return supervisions.why_not_hold(**(said | changes))


def test_the_next_meeting_is_due_after_the_weeks_that_were_agreed():
    assert supervisions.next_due(date(2026, 11, 22), weeks=4) == date(2026, 12, 20)


def test_a_meeting_of_today_can_be_written_up():
    assert why_not_hold() == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"held_on": TODAY - timedelta(days=61)}, "more than 60 days ago"),
        ({"summary": " \n"}, "Write what you both agreed"),
        ({"next_due_on": TODAY}, "must be after this one"),
        ({"next_due_on": TODAY + timedelta(weeks=12, days=1)}, "at most 12 weeks"),
    ],
)
def test_a_meeting_is_not_written_up_when(changes, sentence):
    assert sentence in why_not_hold(**changes)[0]


@pytest.mark.parametrize(("weeks", "allowed"), [(0, False), (1, True), (12, True), (13, False)])
def test_meetings_are_between_one_and_twelve_weeks_apart(weeks, allowed):
    assert (supervisions.why_not_weeks(weeks) == []) is allowed


def test_a_meeting_is_planned_ahead_and_within_half_a_year():
    assert supervisions.why_not_plan(planned_for=NOW + timedelta(days=1), now=NOW) == []
    assert "has passed" in supervisions.why_not_plan(planned_for=NOW - timedelta(minutes=1), now=NOW)[0]
    assert "six months" in supervisions.why_not_plan(planned_for=NOW + timedelta(days=181), now=NOW)[0]


def test_nobody_is_their_own_supervisor():
    assert supervisions.why_not_supervise(mentors_login=1, by=1) == ["Nobody can be their own supervisor."]
    assert supervisions.why_not_supervise(mentors_login=None, by=1) == []


def test_a_talk_is_offered_within_two_working_days():
    assert debriefs.offer_by(date(2026, 11, 20)) == date(2026, 11, 24)


def test_a_session_is_called_hard_within_fourteen_days():
    assert debriefs.why_not_ask(started=NOW - timedelta(days=14), now=NOW) == []
    assert "Tell your supervisor" in debriefs.why_not_ask(started=NOW - timedelta(days=14, seconds=1), now=NOW)[0]
