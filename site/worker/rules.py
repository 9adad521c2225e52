"""When something runs next. Plain Python: the time is an argument, and so is chance."""

from datetime import datetime, time, timedelta

from common.dates import LONDON, local_day


def next_run(*, every: int | None, daily_at: time | None, after: datetime, due: datetime | None = None) -> datetime:
    """The next moment later than `after`: `every` so many seconds counted on from `due`, or each day at a London time.

    Missed runs are not made up for. A time that the clocks jump over runs an hour later by the clock on the wall; one
    that comes twice runs the first time.
    """
    if every is not None:
        start = due or after
        missed = max(0, int((after - start).total_seconds() // every))
        return start + timedelta(seconds=every * (missed + 1))
    assert daily_at is not None
    day = local_day(after)
    today = datetime.combine(day, daily_at, tzinfo=LONDON)
    # Compared as moments in time, not as times on the wall: those come twice when the clocks go back.
    if today.timestamp() > after.timestamp():
        return today
    return datetime.combine(day + timedelta(days=1), daily_at, tzinfo=LONDON)


def pause(*, attempt: int, backoff: float, chance: float) -> float:
    """Seconds before the next try after the failed `attempt` (from 1). `chance` (0 to 1) keeps a crowd from marching in
    step: up to half as long again.
    """
    return backoff * 4 ** (attempt - 1) * (1 + chance / 2)
