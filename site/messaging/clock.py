"""One clock for all who send: the database's. A worker whose clock is wrong sends nothing early, late or at night."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

from django.db import connection

Clock = Callable[[], datetime]
A_SECOND = 1.0


def database_now() -> datetime:
    """The time of day as the database has it, even inside a transaction; aware, in UTC."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT clock_timestamp()")
            return cursor.fetchone()[0].astimezone(UTC)
        cursor.execute("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')")
        return datetime.fromisoformat(cursor.fetchone()[0]).replace(tzinfo=UTC)


class Steady:
    """A clock that is asked once a second. In between this machine counts on from the answer, so a text costs no query
    for the time. It counts from when the answer came: it may be a moment slow, never fast.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._heard: tuple[datetime, float] | None = None

    def __call__(self) -> datetime:
        heard = self._heard
        if heard is None or monotonic() - heard[1] >= A_SECOND:
            heard = self._heard = self._clock(), monotonic()
        said, when = heard
        return said + timedelta(seconds=monotonic() - when)
