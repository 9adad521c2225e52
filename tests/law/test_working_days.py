"""Vectors from GOV.UK’s list of bank holidays in England and Wales."""

from datetime import date, timedelta

import pytest

from law.working_days import after, bank_holidays, is_working_day, known_until, next_working_day


@pytest.mark.parametrize(
    "day",
    [
        date(2022, 9, 19),  # the late Queen’s funeral: proclaimed, not worked out
        date(2023, 5, 8),  # the King’s coronation
        date(2026, 4, 3),  # Good Friday
        date(2026, 12, 25),
        date(2026, 12, 28),  # instead of Boxing Day, a Saturday
        date(2026, 11, 22),  # a Sunday
        date(2026, 11, 21),
    ],
)
def test_nobody_works_on(day):
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 3, 17), date(2026, 11, 30), date(2026, 8, 3)])
def test_the_holidays_of_scotland_and_northern_ireland_are_working_days_here(day):
    assert is_working_day(day)


def test_the_next_working_day_is_never_the_same_day():
    assert next_working_day(date(2026, 11, 23)) == date(2026, 11, 24)
    assert next_working_day(date(2026, 4, 2)) == date(2026, 4, 7)


def test_past_the_end_of_the_list_the_days_are_worked_out():
    year = known_until().year + 1

    assert date(year, 12, 25) in bank_holidays(year)
    assert 8 <= len([day for day in bank_holidays(year) if day.weekday() < 5]) <= 9


def test_the_list_reaches_far_enough_ahead():
    """If this fails, a newer govuk-bank-holidays is due."""
    assert known_until() >= date(2026, 12, 31)


def test_no_working_day_is_ever_more_than_five_days_away():
    day = date(2020, 1, 1)
    while day < date(2035, 1, 1):
        assert timedelta(0) < next_working_day(day) - day <= timedelta(days=5)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 22), 2, date(2026, 11, 24)),
        (date(2026, 12, 24), 2, date(2026, 12, 30)),
    ],
)
def test_after_counts_only_working_days(day, count, then):
    assert after(day, working_days=count) == then
