"""When staff are told that something runs out, in plain Python: 60, 30 and 7 days before, once each."""

from datetime import date

CHASED_AT = (60, 30, 7)


def chase_due(*, valid_until: date, today: date) -> int | None:
    """The nearest mark that is reached: 60, 30 or 7 days before the end; None before that, and once it is over."""
    left = (valid_until - today).days
    reached = [mark for mark in CHASED_AT if 0 <= left <= mark]
    return min(reached, default=None)
