"""When people look back together. Plain Python; days are London days.

The rhythm is Alongside's own: after four weeks, since a first month shows whether two people suit each other, then
every twelve. No law or guidance sets it for mentoring.
"""

from datetime import date, timedelta

FIRST_AFTER = timedelta(weeks=4)
EVERY = timedelta(weeks=12)
# How long before it is due staff find it among what is coming.
COMING_UP = timedelta(days=14)
CONFIDENCE = range(11)
# The ends and the middle of the scale, as they stand on paper.
CONFIDENCE_WORDS = {0: "Not sure at all", 5: "In the middle", 10: "Very sure"}


def next_due(*, started_on: date, last_held_on: date | None) -> date:
    return started_on + FIRST_AFTER if last_held_on is None else last_held_on + EVERY


def why_not_hold(*, held_on: date, today: date, started_on: date | None, said: bool) -> list[str]:
    reasons = []
    if held_on > today:
        reasons.append("That day has not come yet. Write it down after you have met.")
    if started_on is None or held_on < started_on:
        reasons.append("That is before the match began. Check the day.")
    if not said:
        reasons.append("Write down what they said, even if it is only a few words.")
    return reasons
