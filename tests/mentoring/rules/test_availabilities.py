from datetime import date, timedelta

import pytest

from mentoring.rules import availabilities, covers, leaves
from tests.conftest import NOW

TODAY = NOW.date()  # a Sunday
MONDAY = date(2026, 11, 23)
WEEK = ["mon_evening", "mon_morning", "sat_afternoon"]


@pytest.mark.parametrize(
    ("day", "different", "away", "free"),
    [
        (MONDAY, None, [], ["morning", "evening"]),
        (TODAY, None, [], []),
        (MONDAY, ["afternoon"], [], ["afternoon"]),
        (MONDAY, [], [], []),
        (MONDAY, ["afternoon"], [(MONDAY, MONDAY)], []),
        (MONDAY, None, [(MONDAY + timedelta(days=1), MONDAY + timedelta(days=9))], ["morning", "evening"]),
        (MONDAY, None, [(MONDAY - timedelta(days=9), MONDAY - timedelta(days=1))], ["morning", "evening"]),
    ],
)
def test_a_leave_wins_over_a_different_day_and_that_over_the_week(day, different, away, free):
    assert availabilities.parts_on(day, pattern=WEEK, different=different, away=away) == free


def test_the_week_is_said_in_words():
    assert availabilities.in_words(WEEK) == [("Monday", "morning, evening"), ("Saturday", "afternoon")]


def test_a_different_day_lies_ahead_and_within_a_year():
    assert availabilities.why_not_day(day=TODAY, today=TODAY) == []
    assert availabilities.why_not_day(day=TODAY - timedelta(days=1), today=TODAY) == ["That day has passed."]
    assert availabilities.why_not_day(day=TODAY + timedelta(days=367), today=TODAY)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (0, -1, "must not be before"),
        (0, 184, "more than six months"),
        (-3, -1, "have passed"),
        (-32, 0, "more than a month ago"),
    ],
)
def test_a_leave_is_refused_when(first, last, sentence):
    reasons = leaves.why_not_leave(
        first_day=TODAY + timedelta(days=first), last_day=TODAY + timedelta(days=last), today=TODAY
    )
    assert any(sentence in reason for reason in reasons)


def test_a_leave_of_one_day_is_a_leave():
    assert leaves.why_not_leave(first_day=TODAY, last_day=TODAY, today=TODAY) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"same_mentor": True}, "the mentor who is away"),
        ({"theirs": False}, "not matched with"),
        ({"cover_away": True}, "away on some of those days too"),
    ],
)
def test_a_cover_is_refused_when(changes, sentence):
    said = {"same_mentor": False, "theirs": True, "cover_away": False}
    assert covers.why_not_cover(**said) == []
    assert sentence in covers.why_not_cover(**(said | changes))[0]
