from datetime import date

import pytest

from mentoring.rules import reviews as rules

FITS = {"held_on": date(2026, 11, 22), "today": date(2026, 11, 22), "started_on": date(2026, 10, 1), "said": True}


def test_the_first_is_due_after_four_weeks_and_each_next_twelve_weeks_after_the_last():
    first = rules.next_due(started_on=date(2026, 9, 1), last_held_on=None)
    second = rules.next_due(started_on=date(2026, 9, 1), last_held_on=date(2026, 10, 5))

    assert (first, second) == (date(2026, 9, 29), date(2026, 12, 28))


def test_a_review_may_be_held_today():
    assert rules.why_not_hold(**FITS) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"held_on": date(2026, 11, 23)}, "not come yet"),
        ({"held_on": date(2026, 9, 30)}, "before the match began"),
        ({"started_on": None}, "before the match began"),
        ({"said": False}, "what they said"),
    ],
)
def test_each_refusal_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_hold(**(FITS | answers)))
