from datetime import date, timedelta

import pytest

from common.transitions import NotAllowed
from tests.conftest import NOW
from training.actions import headcounts
from training.models import Headcount

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def count(leeds, hana, day, **numbers):
    return headcounts.count(establishment=leeds, in_post=numbers, counted_on=day, by=hana, at=NOW)


def test_the_newest_count_of_each_job_stands_and_earlier_ones_are_kept(leeds, hana):
    count(leeds, hana, date(2026, 5, 1), officer=100, care=10)
    count(leeds, hana, date(2026, 11, 1), officer=90)

    assert dict(Headcount.objects.newest(TODAY).values_list("job", "in_post")) == {"officer": 90, "care": 10}
    assert dict(Headcount.objects.newest(date(2026, 6, 1)).values_list("job", "in_post")) == {
        "officer": 100,
        "care": 10,
    }


def test_put_right_on_the_same_day_the_last_word_stands_and_twice_adds_nothing(leeds, hana):
    for many in (100, 110, 110):
        count(leeds, hana, TODAY, officer=many)

    assert Headcount.objects.count() == 2
    assert Headcount.objects.newest(TODAY).get().in_post == 110


def test_no_count_of_tomorrow_and_none_below_nothing(leeds, hana):
    with pytest.raises(NotAllowed, match="future"):
        count(leeds, hana, TODAY + timedelta(days=1), officer=1)
    with pytest.raises(NotAllowed, match="from 0 to"):
        count(leeds, hana, TODAY, officer=-1)
