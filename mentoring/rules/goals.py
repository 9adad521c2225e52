"""When a goal may be set and settled. Plain Python; days are London days."""

from datetime import date

# More than this on one page is no longer “what matters most”: our own number.
MOST_AT_ONCE = 12


def why_not_set(*, going: int, match_is_open: bool, hoped_for_by: date | None, today: date) -> list[str]:
    reasons = []
    if not match_is_open:
        reasons.append("A goal is set while two people walk together, and this match is not open.")
    if going >= MOST_AT_ONCE:
        reasons.append(f"There are {MOST_AT_ONCE} goals already. Finish one or let one go first.")
    if hoped_for_by is not None and hoped_for_by < today:
        reasons.append("The day they hope for is past. Choose a later day, or leave it empty.")
    return reasons


def why_not_settle(*, on: date, since: date, today: date) -> list[str]:
    """`since` is the day it was set."""
    if on > today:
        return ["That day has not come yet."]
    if on < since:
        return ["That is before it was set. Check the day."]
    return []
