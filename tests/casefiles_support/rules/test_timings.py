from datetime import date

import pytest

from casefiles_support.rules import timings as rules
from casefiles_support.rules.timings import Left

RECEIVED, DUE = date(2026, 3, 31), date(2026, 4, 30)


@pytest.mark.parametrize(
    ("month", "quarter"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)]
)  # fmt: skip
def test_a_day_becomes_a_quarter(month, quarter):
    assert rules.quarter_of(date(2026, month, 1)) == quarter


def test_what_is_left_has_no_day_in_it():
    answered = date(2026, 5, 10)

    left = rules.left_of(received=RECEIVED, answered=answered, due=DUE, late=True, on=date(2027, 1, 1))

    assert left == Left(2026, 1, 40, 10)


def test_nobody_is_late_whom_the_clock_does_not_call_late():
    left = rules.left_of(received=RECEIVED, answered=date(2026, 5, 10), due=DUE, late=False, on=DUE)

    assert left.days_late == 0


def test_without_an_answer_it_is_late_by_the_days_until_now():
    left = rules.left_of(received=RECEIVED, answered=None, due=DUE, late=True, on=date(2026, 5, 3))

    assert (left.days_taken, left.days_late) == (None, 3)


def test_pages_are_added_up_by_what_they_are():
    items = [("court", 3), ("health", 1), ("court", 4)]

    assert rules.pages_by_category(items) == {"court": 7, "health": 1}
