from datetime import date, timedelta

import pytest

from training.rules.join_codes import Facts, in_groups, tidy, why_not_make

DAY = date(2026, 11, 22)
OPEN = Facts(places=10, used=3, expires_on=DAY)


@pytest.mark.parametrize("typed", ["7H2K-Q09V", " 7h2k q09v ", "7H2KQO9V"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert in_groups(tidy(typed)) == "7H2K-Q09V"


def test_a_code_works_to_the_end_of_its_last_day():
    assert OPEN.why_not(DAY) == []
    assert "too old" in OPEN.why_not(DAY + timedelta(days=1))[0]


def test_a_code_that_is_full_or_taken_back_says_so():
    assert "taken back" in Facts(10, 3, DAY, revoked=True).why_not(DAY)[0]
    assert "Every place" in Facts(3, 3, DAY).why_not(DAY)[0]


def test_a_code_has_places_and_an_end():
    assert why_not_make(places=500, expires_on=DAY, today=DAY) == []
    assert len(why_not_make(places=0, expires_on=DAY - timedelta(days=1), today=DAY)) == 2
    assert len(why_not_make(places=501, expires_on=DAY + timedelta(days=400), today=DAY)) == 2
