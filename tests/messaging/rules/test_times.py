"""The vectors of the two nights when the clocks change, and of the quiet hours."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.dates import LONDON
from messaging.rules.times import may_speak, next_moment, remind_at, send_before, validity

MOMENTS = st.datetimes(
    datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2035-01-01"), timezones=st.just(UTC)
)


def london(written: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=LONDON, fold=fold)


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts", "reminded"),
    [
        ("2026-06-10 14:00", "2026-06-09 13:00"),
        ("2026-03-29 10:00", "2026-03-28 10:00"),
        ("2026-03-30 01:30", "2026-03-29 07:00"),
        ("2026-10-25 10:00", "2026-10-24 09:00"),
        ("2026-10-26 10:00", "2026-10-25 10:00"),
        ("2026-10-25 01:30", "2026-10-24 07:00"),
        ("2026-11-05 07:00", "2026-11-04 08:00"),
        ("2026-11-05 21:30", "2026-11-04 19:00"),
        ("2027-03-28 09:00", "2027-03-27 09:00"),
        # The edges of quiet, a time that does not exist, and the last moment of summer.
        ("2026-11-05 08:00", "2026-11-04 08:00"),
        ("2026-11-05 07:59", "2026-11-04 08:00"),
        ("2026-11-05 19:59", "2026-11-04 19:59"),
        ("2026-11-05 20:00", "2026-11-04 19:00"),
        ("2026-03-29 01:30", "2026-03-28 08:00"),
        ("2026-03-30 12:00", "2026-03-29 11:00"),
        ("2026-01-01 09:00", "2025-12-31 09:00"),
    ],
)
def test_the_day_before_at_the_same_time_on_the_wall(starts, reminded):
    at = remind_at(starts=london(starts))

    assert at == utc(reminded)
    assert at.tzinfo is UTC


def test_an_hour_that_comes_twice_gives_one_answer():
    first, second = london("2026-10-25 01:30", fold=0), london("2026-10-25 01:30", fold=1)

    assert first.timestamp() != second.timestamp()
    assert remind_at(starts=first) == remind_at(starts=second) == utc("2026-10-24 07:00")


def test_what_is_given_in_another_zone_is_the_same_moment():
    assert remind_at(starts=utc("2026-06-10 13:00")) == utc("2026-06-09 13:00")


@pytest.mark.parametrize(("days", "at"), [(0, "2026-10-26 10:00"), (2, "2026-10-24 09:00"), (7, "2026-10-19 09:00")])
def test_any_number_of_days_before(days, at):
    assert remind_at(starts=london("2026-10-26 10:00"), days_before=days) == utc(at)


def test_it_refuses_a_time_without_its_zone_and_a_reminder_afterwards():
    naive = datetime.fromisoformat("2026-06-10 14:00")
    for call in (
        lambda: remind_at(starts=naive),
        lambda: may_speak(naive),
        lambda: next_moment(naive),
        lambda: send_before(naive),
        lambda: validity(at=naive, starts=None),
    ):
        with pytest.raises(ValueError, match="zone"):
            call()
    with pytest.raises(ValueError, match="before"):
        remind_at(starts=utc("2026-06-10 14:00"), days_before=-1)


@given(MOMENTS, st.integers(0, 30))
def test_a_reminder_never_falls_into_quiet_hours_and_is_on_the_right_day(starts, days):
    at = remind_at(starts=starts, days_before=days)

    local = starts.astimezone(LONDON)
    assert may_speak(at)
    assert at.astimezone(LONDON).date() == local.date() - timedelta(days=days)


@pytest.mark.parametrize(
    ("at", "may", "then"),
    [
        ("2026-11-05 07:59:59", False, "2026-11-05 08:00"),
        ("2026-11-05 08:00", True, "2026-11-05 08:00"),
        ("2026-11-05 19:59:59", True, "2026-11-05 19:59:59"),
        ("2026-11-05 20:00", False, "2026-11-06 08:00"),
        ("2026-03-28 23:00", False, "2026-03-29 08:00"),  # 07:00 UTC: summer has come overnight
        ("2026-10-24 20:30", False, "2026-10-25 08:00"),
        ("2026-12-31 23:59", False, "2027-01-01 08:00"),
    ],
)
def test_nobody_is_texted_between_eight_in_the_evening_and_eight_in_the_morning(at, may, then):
    assert may_speak(london(at)) is may
    assert next_moment(london(at)).timestamp() == london(then).timestamp()


@given(MOMENTS)
def test_the_next_moment_is_soon_and_not_quiet(at):
    moment = at
    found = next_moment(moment)

    assert may_speak(found)
    assert moment <= found <= moment + timedelta(hours=13)


@pytest.mark.parametrize(
    ("at", "starts", "seconds"),
    [
        ("2026-11-05 10:00", None, 4 * 3600),
        ("2026-11-05 10:00", "2026-11-06 10:00", 4 * 3600),
        ("2026-11-05 18:30", "2026-11-06 10:00", 90 * 60),  # the network may not deliver at night
        ("2026-11-05 10:00", "2026-11-05 12:15", 135 * 60),  # nor after it has begun
        ("2026-11-05 10:00", "2026-11-05 09:00", 1),
        ("2026-11-05 19:59:59.5", None, 1),
        ("2026-11-05 21:00", None, 1),
    ],
)
def test_a_network_may_not_deliver_at_night_or_too_late(at, starts, seconds):
    assert validity(at=london(at), starts=london(starts) if starts else None) == seconds


def test_a_reminder_is_stale_two_hours_before():
    assert send_before(london("2026-10-25 10:00")) == utc("2026-10-25 08:00")
