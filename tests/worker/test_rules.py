from datetime import UTC, datetime, time, timedelta

import pytest

from worker.rules import next_run, pause


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_every_counts_on_from_when_it_was_due_not_from_when_it_ran():
    due = at("2026-11-22 10:00:00")

    assert next_run(every=60, daily_at=None, after=due + timedelta(seconds=7), due=due) == at("2026-11-22 10:01:00")


def test_runs_that_were_missed_are_not_made_up_for():
    due = at("2026-11-22 10:00:00")

    assert next_run(every=60, daily_at=None, after=at("2026-11-22 12:30:30"), due=due) == at("2026-11-22 12:31:00")


def test_a_run_exactly_on_time_moves_to_the_next():
    due = at("2026-11-22 10:00:00")

    assert next_run(every=60, daily_at=None, after=due, due=due) == at("2026-11-22 10:01:00")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-11-22 02:59:59", "2026-11-22 03:00:00"),
        ("2026-11-22 03:00:00", "2026-11-23 03:00:00"),
        ("2026-07-01 01:59:59", "2026-07-01 02:00:00"),  # 03:00 on a summer wall
        ("2026-07-01 02:00:00", "2026-07-02 02:00:00"),
    ],
)
def test_daily_is_a_time_on_the_wall_in_london(after, expected):
    assert next_run(every=None, daily_at=time(3, 0), after=at(after)) == at(expected)


@pytest.mark.parametrize("night", ["2026-03-28 20:00", "2026-10-24 20:00"])
def test_a_time_that_is_jumped_over_or_comes_twice_runs_once(night):
    moment, runs = at(night), []
    while moment < at(night) + timedelta(hours=24):
        run = next_run(every=None, daily_at=time(1, 30), after=moment)
        if run not in runs:
            runs.append(run)
        moment += timedelta(minutes=10)

    assert [run < at(night) + timedelta(hours=12) for run in runs] == [True, False]


def test_each_pause_is_four_times_as_long_and_never_the_same_for_all():
    assert [pause(attempt=n, backoff=15, chance=0) for n in (1, 2, 3)] == [15, 60, 240]
    assert pause(attempt=1, backoff=15, chance=1) == 22.5
