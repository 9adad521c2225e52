from datetime import date

import pytest

from pages.rules.guides import Age, freshness

CHECKED = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("review_by", "today", "age"),
    [
        (date(2026, 7, 10), date(2026, 1, 10), Age.FRESH),
        (date(2026, 7, 10), date(2026, 7, 10), Age.FRESH),
        (date(2026, 7, 10), date(2026, 7, 11), Age.DUE),
        (date(2026, 7, 10), date(2027, 1, 11), Age.STALE),
        (None, date(2026, 12, 31), Age.FRESH),
        (None, date(2027, 1, 11), Age.STALE),
        # A far review date does not keep old facts young.
        (date(2030, 1, 1), date(2027, 1, 11), Age.STALE),
    ],
)
def test_a_page_ages(review_by, today, age):
    assert freshness(checked_on=CHECKED, review_by=review_by, today=today).age is age


def test_a_page_says_when_it_was_checked_and_when_it_will_be():
    found = freshness(checked_on=CHECKED, review_by=date(2026, 7, 1), today=date(2026, 3, 1))

    assert found.sentence == "We checked this page on 10 January 2026. We will check it again by 1 July 2026."
    assert not found.is_warning


def test_an_old_page_says_how_old_it_is():
    found = freshness(checked_on=CHECKED, review_by=None, today=date(2027, 3, 12))

    assert "That is 14 months ago" in found.sentence
    assert found.is_warning


def test_a_page_that_nobody_checked_says_so():
    assert freshness(checked_on=None, review_by=None, today=CHECKED).age is Age.UNCHECKED


def test_a_page_whose_law_nobody_has_read_never_says_that_it_was_checked():
    found = freshness(checked_on=CHECKED, review_by=None, today=CHECKED, awaits_reading=True)

    assert found.is_warning
    assert found.warning == "Ask before you rely on this"
    assert "checked" not in found.sentence
    assert "It stands as of 10 January 2026." in found.sentence
