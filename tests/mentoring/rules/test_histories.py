from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentoring.rules.histories import Span, in_london, status, why_not_beside, why_not_session, why_not_these_days

TODAY = date(2026, 11, 22)
SPRING, AUTUMN = date(2025, 3, 30), date(2025, 10, 26)
WALKED = Span(date(2025, 2, 1), date(2025, 12, 19))


@pytest.mark.parametrize(
    ("day", "wall", "offset", "moment"),
    [
        (date(2025, 1, 5), time(14, 30), None, "2025-01-05T14:30+00:00"),
        (date(2025, 7, 5), time(14, 30), None, "2025-07-05T13:30+00:00"),
        (SPRING, time(0, 59), None, "2025-03-30T00:59+00:00"),
        (SPRING, time(2), None, "2025-03-30T01:00+00:00"),
        (AUTUMN, time(0, 59), None, "2025-10-25T23:59+00:00"),
        (AUTUMN, time(1, 30), timedelta(hours=1), "2025-10-26T00:30+00:00"),
        (AUTUMN, time(1, 30), timedelta(0), "2025-10-26T01:30+00:00"),
        (AUTUMN, time(2), None, "2025-10-26T02:00+00:00"),
    ],
)
def test_a_time_on_the_wall_is_one_moment(day, wall, offset, moment):
    assert in_london(day, wall, offset).astimezone(UTC) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("day", "wall", "offset", "sentence"),
    [
        (SPRING, time(1, 30), None, "on no clock"),
        (SPRING, time(1, 30), timedelta(0), "on no clock"),
        (AUTUMN, time(1, 30), None, "came twice"),
        (AUTUMN, time(1), timedelta(hours=-5), "did not have"),
        (date(2025, 7, 5), time(14, 30), timedelta(0), "did not have"),
    ],
)
def test_a_time_that_was_on_no_clock_or_twice_is_not_guessed(day, wall, offset, sentence):
    with pytest.raises(ValueError, match=sentence):
        in_london(day, wall, offset)


@pytest.mark.parametrize(("written", "word"), [("Active", "going"), ("paused", "going"), ("Closed", "ended")])
def test_whether_a_match_goes_on_is_read_from_many_words(written, word):
    assert status(written) == word


def test_a_word_that_says_neither_is_refused():
    with pytest.raises(ValueError, match="going, ended"):
        status("pending")


@pytest.mark.parametrize(
    ("going", "first", "last", "reasons"),
    [
        (False, date(2025, 2, 1), date(2025, 12, 19), []),
        (False, TODAY, TODAY, []),
        (True, date(2025, 2, 1), None, []),
        (True, date(2025, 2, 1), date(2025, 3, 1), ["A match that goes on has no ended_on."]),
        (False, date(2025, 2, 1), None, ["A match that has ended needs ended_on."]),
        (False, date(2025, 2, 2), date(2025, 2, 1), ["ended_on comes before started_on."]),
        (True, TODAY + timedelta(1), None, ["A match from another system cannot begin or end in the future."]),
        (False, TODAY, TODAY + timedelta(1), ["A match from another system cannot begin or end in the future."]),
    ],
)
def test_the_days_of_a_match_hang_together(going, first, last, reasons):
    assert why_not_these_days(going=going, span=Span(first, last), today=TODAY) == reasons


@pytest.mark.parametrize(
    ("going", "span", "other", "refused"),
    [
        (False, WALKED, Span(date(2024, 1, 1), date(2025, 1, 31)), False),
        (False, WALKED, Span(date(2024, 1, 1), date(2025, 2, 1)), True),
        (False, WALKED, Span(date(2025, 12, 19), None), True),
        (False, WALKED, Span(date(2026, 1, 1), None), False),
        (False, WALKED, Span(None, date(2025, 6, 1)), False),
        (True, Span(date(2026, 1, 1), None), WALKED, False),
        (True, Span(date(2025, 12, 1), None), WALKED, True),
        (True, Span(date(2026, 1, 1), None), Span(None, None), True),
    ],
)
def test_the_same_two_are_matched_once_at_a_time(going, span, other, refused):
    assert bool(why_not_beside(going=going, span=span, others=[other])) is refused


GOOD = {"started": datetime(2025, 3, 1, 14, tzinfo=UTC), "minutes": 50, "happened": True, "cause": "", "span": WALKED}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"started": datetime(2026, 11, 23, tzinfo=UTC), "span": Span(WALKED.first, None)}, "in the future"),
        ({"started": datetime(2025, 1, 31, 12, tzinfo=UTC)}, "had not begun"),
        ({"started": datetime(2025, 12, 20, 12, tzinfo=UTC)}, "was over"),
        ({"span": Span(None, None)}, "had not begun"),
        ({"minutes": None}, "minutes is empty"),
        ({"minutes": 0}, "minutes is empty"),
        ({"minutes": 601}, "up to 10 hours"),
        ({"cause": "mentor"}, "has no cause"),
        ({"happened": False}, "cause is empty"),
    ],
)
def test_a_session_that_does_not_hang_together_is_refused(changes, sentence):
    (reason,) = why_not_session(**(GOOD | changes), now=datetime(2026, 11, 22, 9, tzinfo=UTC))

    assert sentence in reason


@pytest.mark.parametrize("changes", [{}, {"happened": False, "minutes": None, "cause": "prison_security"}])
def test_a_session_of_long_ago_may_come_in(changes):
    span = Span(date(2011, 1, 1), None)
    old = GOOD | {"started": datetime(2011, 3, 1, tzinfo=UTC), "span": span} | changes

    assert why_not_session(**old, now=datetime(2026, 11, 22, 9, tzinfo=UTC)) == []
