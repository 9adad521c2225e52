from datetime import date

import pytest

from mentoring.rules import goals as rules

TODAY = date(2026, 11, 22)
FITS = {"going": 0, "match_is_open": True, "hoped_for_by": None, "today": TODAY}


def test_a_goal_may_be_set_with_or_without_a_day():
    assert rules.why_not_set(**FITS) == []
    assert rules.why_not_set(**(FITS | {"hoped_for_by": TODAY})) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"match_is_open": False}, "not open"),
        ({"going": 12}, "12 goals already"),
        ({"hoped_for_by": date(2026, 11, 21)}, "is past"),
    ],
)
def test_each_refusal_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_set(**(FITS | answers)))


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2026, 11, 23), "not come yet"), (date(2026, 10, 31), "before it was set"), (TODAY, None)],
)
def test_a_goal_is_settled_on_a_day_since_it_was_set(on, reason):
    reasons = rules.why_not_settle(on=on, since=date(2026, 11, 1), today=TODAY)

    assert (reasons == []) if reason is None else (reason in reasons[0])
