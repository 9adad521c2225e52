from datetime import UTC, datetime, timedelta

import pytest

from training.rules.confidences import WORDS, is_due
from training.rules.questions import SURE

FINISHED = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(("weeks", "due"), [(0, False), (5, False), (6, True), (25, True), (26, False)])
def test_it_is_asked_from_six_weeks_on_for_half_a_year(weeks, due):
    assert is_due(finished=FINISHED, answered=False, at=FINISHED + timedelta(weeks=weeks)) is due


def test_it_is_never_asked_of_who_answered_or_did_not_finish():
    assert not is_due(finished=FINISHED, answered=True, at=FINISHED + timedelta(weeks=7))
    assert not is_due(finished=None, answered=False, at=FINISHED)


def test_each_number_has_words():
    assert list(WORDS) == list(SURE)
