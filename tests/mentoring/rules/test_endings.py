from datetime import date

import pytest

from mentoring.rules import endings as rules

TODAY = date(2026, 11, 22)


def test_the_last_day_lies_ahead():
    assert rules.why_not_begin(last_on=TODAY, today=TODAY) == []
    assert "past" in rules.why_not_begin(last_on=date(2026, 11, 21), today=TODAY)[0]


def test_every_way_to_end_has_words_of_its_own_that_blame_nobody():
    kinds = [reason.kind for reason in rules.REASONS.values()]

    assert len(set(kinds)) == len(kinds) == 7
    assert not any("fail" in kind.lower() for kind in kinds)


@pytest.mark.parametrize("reason", list(rules.REASONS))
def test_only_the_dead_are_not_asked_how_they_are(reason):
    assert bool(rules.why_not_end(reason=reason, follow_up="yes")) is (reason == "died")
    assert rules.why_not_end(reason=reason, follow_up="no") == []


def test_an_unknown_reason_is_refused():
    assert "Choose why" in rules.why_not_end(reason="bored", follow_up="no")[0]


def test_they_are_asked_after_four_and_twelve_weeks_if_they_want():
    assert rules.follow_ups_due(ended_on=TODAY, wanted=True) == [date(2026, 12, 20), date(2027, 2, 14)]
    assert rules.follow_ups_due(ended_on=TODAY, wanted=False) == []
