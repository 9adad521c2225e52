"""When a permission to share makes sense. Plain Python."""

from datetime import date


def problems(*, given_on: date, until: date | None, today: date) -> dict[str, str]:
    """What is wrong with these days, by the question; empty when nothing is."""
    wrong: dict[str, str] = {}
    if given_on > today:
        wrong["given_on"] = "The day they said so cannot be in the future."
    if until is not None and until < given_on:
        wrong["until"] = "The last day cannot be before the day they said so."
    return wrong
