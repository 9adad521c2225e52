import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import matches
from mentoring.models import Match
from tests.conftest import NOW

ACT = {"by": None, "at": NOW}
NOT_STARTED_OR_OVER = ["suggested", "mentor_agreed", "person_agreed", "approved", "ending", "ended"]


def test_begin_ending_keeps_the_mentor_until_the_last_day(match, sam):
    matches.begin_ending(match=match, **ACT)

    assert match.status == "ending"
    assert list(Match.objects.visible_to(sam)) == [match]


def test_a_paused_match_may_come_to_its_end_too(match):
    matches.pause(match=match, reason="moved", **ACT)

    assert matches.begin_ending(match=match, **ACT).status == "ending"


@pytest.mark.parametrize("status", NOT_STARTED_OR_OVER)
def test_begin_ending_refuses_a_match_that_is(match, status):
    Match.objects.filter(pk=match.pk).update(status=status, ended_on=NOW.date() if status == "ended" else None)

    with pytest.raises(NotAllowed, match="moved on"):
        matches.begin_ending(match=match, **ACT)


def test_go_on_calls_the_ending_off(match):
    matches.begin_ending(match=match, **ACT)

    assert matches.go_on(match=match, **ACT).status == "active"


def test_go_on_refuses_a_match_that_is_not_ending(match):
    with pytest.raises(NotAllowed, match="moved on"):
        matches.go_on(match=match, **ACT)


def test_both_leave_a_sentence_about_the_person(match, jo):
    matches.begin_ending(match=match, **ACT)
    matches.go_on(match=match, **ACT)

    said = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.match.ending").order_by("pk")
    assert [event.sentence for event in said] == [
        "began to bring a match to its end",
        "called off the end of a match",
    ]
