from datetime import date, timedelta
from decimal import Decimal

import pytest

from mentoring.rules import claims
from tests.conftest import NOW

TODAY = NOW.date()


def why_not_line(**changes):
    said = {"spent_on": TODAY, "today": TODAY, "amount": Decimal("4.80"), "miles": None, "lines": 0}
    return claims.why_not_line(**(said | changes))


@pytest.mark.parametrize(
    ("miles", "rate", "pounds"),
    [("10", "0.45", "4.50"), ("0.1", "0.45", "0.05"), ("12.3", "0.45", "5.54"), ("1.1", "0.455", "0.50")],
)
def test_miles_become_pounds_to_the_nearest_penny_a_half_up(miles, rate, pounds):
    assert claims.for_miles(Decimal(miles), rate=Decimal(rate)) == Decimal(pounds)


def test_an_ordinary_fare_may_be_claimed():
    assert why_not_line() == []
    assert why_not_line(spent_on=TODAY - timedelta(days=92)) == []
    assert why_not_line(amount=Decimal("500.00")) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"spent_on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"spent_on": TODAY - timedelta(days=93)}, "more than three months ago"),
        ({"amount": Decimal("0.00")}, "Enter how much"),
        ({"amount": Decimal("-1.00")}, "Enter how much"),
        ({"amount": Decimal("500.01")}, "up to £500.00"),
        ({"miles": Decimal("0")}, "how many miles"),
        ({"miles": Decimal("501")}, "up to 500"),
        ({"lines": 40}, "start another"),
    ],
)
def test_a_line_is_refused_when(changes, sentence):
    assert sentence in why_not_line(**changes)[0]


def test_somebody_in_prison_is_told_kindly_who_looks_after_it():
    (reason,) = claims.why_not_claim(in_custody=True)

    assert "the prison looks after" in reason
    assert "Nothing is paid in cash in custody" in reason
    assert claims.why_not_claim(in_custody=False) == []


def test_an_empty_claim_is_not_sent():
    assert claims.why_not_send(lines=0, in_custody=False) == ["Add what you paid for first."]


def test_nobody_decides_about_their_own():
    assert claims.why_not_decide(mentors_login=1, by=1)
    assert claims.why_not_decide(mentors_login=1, by=2) == []
    assert claims.why_not_decide(mentors_login=None, by=2) == []


def test_an_answer_comes_within_five_working_days():
    assert claims.answer_by(date(2026, 11, 20)) == date(2026, 11, 27)
