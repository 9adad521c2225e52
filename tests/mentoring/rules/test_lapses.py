from datetime import date, timedelta

import pytest

from mentoring.rules.lapses import chase_due

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("left", "mark"), [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-1, None)]
)
def test_the_end_is_chased_at_60_30_and_7_days(left, mark):
    assert chase_due(valid_until=DAY + timedelta(days=left), today=DAY) == mark
