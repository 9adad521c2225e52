"""Learning face to face: when a register may be kept, and what of it counts."""

from collections.abc import Collection
from datetime import datetime, timedelta

SHORTEST, LONGEST = 10, 16 * 60
MOST_PEOPLE = 60
# A register is kept from a while before the end, since people leave early and papers are collected.
BEFORE_THE_END = timedelta(minutes=30)


def why_not_plan(*, minutes: int) -> list[str]:
    return [] if SHORTEST <= minutes <= LONGEST else [f"It lasts from {SHORTEST} minutes to {LONGEST // 60} hours."]


def why_not_keep(*, starts: datetime, minutes: int, now: datetime, unmarked: int, came: int) -> list[str]:
    reasons = []
    if now < starts + timedelta(minutes=minutes) - BEFORE_THE_END:
        reasons.append("It has not happened yet. Keep the register when it is over.")
    if unmarked:
        reasons.append("Say of everybody whether they were there.")
    if not unmarked and not came:
        reasons.append("Nobody was there. Call the event off instead, and say why.")
    return reasons


def why_not_add(*, on_it: Collection[int], learner: int, teaches: bool) -> list[str]:
    if teaches:
        return ["Whoever holds an event is not on its register."]
    return ["This register is full."] if learner not in on_it and len(on_it) >= MOST_PEOPLE else []
