from datetime import date, timedelta

import pytest

from mentoring.rules import sheets as rules

DAY = date(2026, 11, 22)


def test_print_refuses_none_and_more_than_a_stack():
    assert rules.why_not_print(count=1) == rules.why_not_print(count=50) == []
    assert rules.why_not_print(count=0)
    assert rules.why_not_print(count=51)


@pytest.mark.parametrize(("status", "word"), [("keyed", "already"), ("void", "cancelled")])
def test_key_refuses_what_is_not_waiting(status, word):
    assert word in rules.why_not_key(status=status)[0]
    assert rules.why_not_key(status="printed") == []


def test_written_on_lies_between_the_day_itself_and_today():
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)

    assert rules.why_not_written_on(written_on=DAY, happened_on=DAY, today=DAY) == []
    assert "future" in rules.why_not_written_on(written_on=after, happened_on=DAY, today=DAY)[0]
    assert "before the day" in rules.why_not_written_on(written_on=before, happened_on=DAY, today=DAY)[0]


def test_void_asks_why_and_refuses_a_record():
    assert rules.why_not_void(status="printed", reason="Spoilt") == []
    assert "why" in rules.why_not_void(status="printed", reason="  ")[0]
    assert "typed in" in rules.why_not_void(status="keyed", reason="Spoilt")[0]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "0 to 3 days"),
        (0, "0 to 3 days"),
        (3, "0 to 3 days"),
        (4, "4 to 5 days"),
        (5, "4 to 5 days"),
        (6, "6 to 14 days"),
        (14, "6 to 14 days"),
        (15, "15 to 30 days"),
        (30, "15 to 30 days"),
        (31, "1 to 3 months"),
        (90, "1 to 3 months"),
        (91, "More than 3 months"),
        (4_000, "More than 3 months"),
    ],
)
def test_a_delay_falls_into_primeros_buckets(days, words):
    assert rules.BUCKETS[rules.bucket_of(days)][1] == words


def test_every_delay_is_counted_once():
    assert rules.in_buckets([0, 3, 4, 91, 400]) == [2, 1, 0, 0, 0, 2]
    assert rules.in_buckets([]) == [0] * 6
