from datetime import UTC, date, datetime, time, timedelta

import pytest

from common.dates import LONDON
from mentoring.rules import repeats as rules

FAR = date(2027, 12, 31)


def days(first, every, until=FAR, most=5):
    return list(rules.days(first=first, every=every, until=until))[:most]


@pytest.mark.parametrize(
    ("every", "second", "third"),
    [("week", (2026, 3, 31), (2026, 4, 7)), ("two_weeks", (2026, 4, 7), (2026, 4, 21))],
)
def test_a_week_is_a_week(every, second, third):
    assert days(date(2026, 3, 24), every, most=3) == [date(2026, 3, 24), date(*second), date(*third)]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (date(2026, 1, 13), [date(2026, 2, 10), date(2026, 3, 10), date(2026, 4, 14)]),  # second Tuesdays
        (date(2026, 1, 29), [date(2026, 2, 26), date(2026, 3, 26), date(2026, 4, 30)]),  # a fifth Thursday: the last
        (date(2026, 11, 1), [date(2026, 12, 6), date(2027, 1, 3), date(2027, 2, 7)]),  # first Sundays, over New Year
    ],
)
def test_a_month_is_the_same_weekday_of_the_month(first, then):
    assert days(first, "month", most=4) == [first, *then]


def test_it_ends_with_the_last_day():
    assert days(date(2026, 3, 24), "week", until=date(2026, 3, 31)) == [date(2026, 3, 24), date(2026, 3, 31)]
    assert days(date(2026, 3, 24), "week", until=date(2026, 3, 30)) == [date(2026, 3, 24)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (datetime(2026, 3, 24, 10, tzinfo=UTC), datetime(2026, 3, 31, 9, tzinfo=UTC)),  # clocks go on, 29 March 2026
        (datetime(2026, 10, 20, 9, tzinfo=UTC), datetime(2026, 10, 27, 10, tzinfo=UTC)),  # clocks go back, 25 October
    ],
)
def test_ten_on_the_wall_stays_ten_over_a_change_of_the_clocks(before, after):
    first = before.date()
    found = [rules.moment(day, time(10)) for day in days(first, "week", most=2)]

    assert found == [before, after]
    assert [at.astimezone(LONDON).time() for at in found] == [time(10), time(10)]


def test_an_hour_that_the_clocks_leave_out_is_the_next():
    assert rules.moment(date(2026, 3, 29), time(1, 30)).astimezone(LONDON).time() == time(2, 30)


def test_an_hour_that_comes_twice_is_the_first():
    assert rules.moment(date(2026, 10, 25), time(1, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_no_more_than_26_stand_ahead_and_none_behind():
    first, today = date(2026, 1, 6), date(2026, 6, 3)
    found = rules.slots(first=first, every="week", until=date(2026, 12, 31), today=today)

    assert len(found) == rules.MOST_AHEAD == 26
    assert found[0] == date(2026, 6, 9)


def test_christmas_is_not_skipped():
    christmas = date(2026, 12, 25)

    assert christmas in days(christmas - timedelta(days=7), "week")


@pytest.mark.parametrize(
    ("first", "until", "reason"),
    [
        (date(2026, 1, 1), date(2026, 2, 1), "has passed"),
        (date(2026, 3, 1), date(2026, 2, 28), "before the first"),
        (date(2026, 3, 1), date(2027, 4, 1), "a year ahead"),
    ],
)
def test_why_not_repeat(first, until, reason):
    assert reason in " ".join(rules.why_not_repeat(first=first, until=until, today=date(2026, 2, 1)))


def test_a_year_from_today_may_repeat():
    assert rules.why_not_repeat(first=date(2026, 2, 1), until=date(2027, 2, 1), today=date(2026, 2, 1)) == []
