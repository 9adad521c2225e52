"""When to be in touch after somebody has left prison, in plain Python.

The first seventy-two hours are the hardest, so there are two days in them; then once a week for four weeks. The days
are ours: no statute sets them.
"""

from datetime import date, timedelta

FIRST_DAYS = (1, 3)
WEEKLY = (7, 14, 21, 28)


def days_to_be_in_touch(released_on: date) -> list[date]:
    return [released_on + timedelta(days=days) for days in (*FIRST_DAYS, *WEEKLY)]
