"""When a text may go. Times on the wall are London's; what goes in is aware, what comes out is UTC.

Quiet hours are the house's policy: no statute sets any for texts, and people ask for them again and again.
"""

from datetime import UTC, datetime, time, timedelta

from common.dates import LONDON

MORNING, EVENING = time(8), time(20)  # from, and until before
EARLY_EVENING = time(19)  # what would fall into a quiet evening goes now
LATEST = timedelta(hours=2)  # before it starts: a reminder after that is of no use
CARRIER_HOLDS = timedelta(hours=4)  # the longest that a phone network may keep a text waiting
SHORTEST, LONGEST = 1, 36_000  # seconds that Twilio takes for a validity period


def remind_at(*, starts: datetime, days_before: int = 1) -> datetime:
    """When to remind somebody of what starts at `starts`: the same time on the wall, `days_before` days before.

    Before 08:00 it becomes 08:00, and from 20:00 on 19:00. A time that the clocks skip or repeat lies at night, so it
    is moved like any other of the night, and the answer always exists once.
    """
    if days_before < 0:
        raise ValueError("a reminder goes before, not after")
    local = _aware(starts).astimezone(LONDON)
    wall = local.time().replace(fold=0)
    if wall < MORNING:
        wall = MORNING
    elif wall >= EVENING:
        wall = EARLY_EVENING
    return _on_the_wall(local - timedelta(days=days_before), wall)


def may_speak(at: datetime) -> bool:
    """Is it between 08:00 and 20:00 in London?"""
    return MORNING <= _aware(at).astimezone(LONDON).time() < EVENING


def next_moment(at: datetime) -> datetime:
    """`at`, or the next 08:00 in London when it is quiet."""
    local = _aware(at).astimezone(LONDON)
    if local.time() < MORNING:
        return _on_the_wall(local, MORNING)
    if local.time() >= EVENING:
        return _on_the_wall(local + timedelta(days=1), MORNING)
    return at.astimezone(UTC)


def validity(*, at: datetime, starts: datetime | None) -> int:
    """Seconds for which a phone network may go on trying from `at`: four hours at most, never past 20:00, never past
    the start of what it speaks of. From 1 to 36,000.
    """
    evening = _on_the_wall(_aware(at).astimezone(LONDON), EVENING)
    ends = [at + CARRIER_HOLDS, evening, *([_aware(starts)] if starts else [])]
    seconds = int((min(ends) - at).total_seconds())
    return max(SHORTEST, min(LONGEST, seconds))


def send_before(starts: datetime) -> datetime:
    """After this a reminder of what starts at `starts` is stale."""
    return _aware(starts).astimezone(UTC) - LATEST


def _on_the_wall(day: datetime, wall: time) -> datetime:
    """That time on that day in London. (Adding days to a London time moves the date and leaves the wall alone.)"""
    return datetime.combine(day.date(), wall, tzinfo=LONDON).astimezone(UTC)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment
