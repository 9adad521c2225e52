"""A talk for whoever sat beside somebody: it is offered within a week. Plain Python."""

from datetime import date, timedelta

WITHIN = timedelta(days=7)


def due_on(read_on: date) -> date:
    return read_on + WITHIN


def why_not_settle(*, on: date, read_on: date, today: date) -> list[str]:
    return [] if read_on <= on <= today else ["The day lies between the reading and today."]
