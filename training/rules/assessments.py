"""Marking a reflection, watching a practice, and looking at a share of both again: who may, and what must be said."""

from collections.abc import Collection
from datetime import date

MET = "met"
MORE = "more"
LONGEST = 3_000
# Of whoever marks or watches: their first ones are looked at again, and then one in so many.
FIRST = 2
EVERY = 5

OWN = "This is your own work. Somebody else looks at it."


def why_not_mark(*, is_own: bool, is_read: bool, outcome: str, words: str) -> list[str]:
    """`is_read` says whether it was written for an assessor: what somebody wrote for themselves stays theirs."""
    reasons = [OWN] if is_own else []
    if not is_read:
        reasons.append("This was written for nobody but its writer.")
    if outcome not in (MET, MORE):
        reasons.append("Say whether it is enough, or what is missing.")
    if not words.strip():
        reasons.append("Write something to them. They wrote something to you.")
    return reasons


def why_not_sign_off(
    *, is_own: bool, is_asked: bool, outcome: str, seen: Collection[str], criteria: Collection[str], words: str,
    observed_on: date, today: date,
) -> list[str]:  # fmt: skip
    """`seen` are the criteria that were ticked, out of `criteria`."""
    reasons = [OWN] if is_own else []
    if not is_asked:
        reasons.append("This unit does not ask for this.")
    if outcome not in (MET, MORE):
        reasons.append("Say whether it was done well, or is to be tried again.")
    if set(seen) - set(criteria):
        reasons.append("Choose what you saw from the list.")
    if outcome == MET and set(criteria) - set(seen):
        reasons.append("It is signed off when you saw all of it. If something was missing, say that they try it again.")
    if not words.strip():
        reasons.append("Write down what you saw, in a sentence or two.")
    if observed_on > today:
        reasons.append("The day on which you watched cannot be in the future.")
    return reasons


def why_not_check(*, is_own: bool, is_theirs: bool, agrees: bool, action: str) -> list[str]:
    """`is_theirs`: whoever checks is whoever marked."""
    reasons = [OWN] if is_own else []
    if is_theirs:
        reasons.append("You marked this yourself. Somebody else checks it.")
    if not agrees and not action.strip():
        reasons.append("If you do not agree, say what is done about it.")
    return reasons


def is_sampled(nth: int) -> bool:
    """Whether the nth piece (from 1) of one person is looked at by a second."""
    return nth <= FIRST or nth % EVERY == 0
