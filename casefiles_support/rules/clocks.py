"""What the clock of a request makes us owe somebody, and by when. Plain Python over plain values."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casefiles_support.rules.facts import POST, Known
from casefiles_support.rules.requests import UNDER_WAY
from law.access_clock import Clock

# A lost letter can end a request without a word: an unanswered question is the most urgent thing there is.
ANSWER_WITHIN = timedelta(days=3)
# After so long without a word somebody asks whether it came.
CONFIRM_WITHIN = timedelta(days=14)
KINDS = frozenset({"answer_the_question", "confirm_receipt", "holder_is_late", "extension_not_valid"})


@dataclass(frozen=True)
class Owed:
    """`key` names the occasion, so that each is asked for once; it is asked for from `due_on`."""

    key: str
    kind: str
    due_on: date


def owed(
    *, ref: str, state: str, clock: Clock, facts: Collection[Known], confirmed: bool, on: date
) -> list[Owed]:  # fmt: skip
    """What is owed while things stand so. `confirmed`: somebody said, or the post can prove, when they had it."""
    return list(_owed(ref, state, clock, facts, confirmed, on)) if state in UNDER_WAY else []


def _owed(
    ref: str, state: str, clock: Clock, facts: Collection[Known], confirmed: bool, on: date
) -> Iterator[Owed]:  # fmt: skip
    if clock.state == "paused" or state == "paused":
        asked = _last(facts, "clarification_asked")
        yield Owed(f"question:{ref}:{asked or ''}", "answer_the_question", (asked or on) + ANSWER_WITHIN)
    posted = _last(facts, *POST)
    if posted and not confirmed:
        yield Owed(f"receipt:{ref}", "confirm_receipt", posted + CONFIRM_WITHIN)
    if clock.late and clock.due:
        yield Owed(f"late:{ref}:{clock.due}", "holder_is_late", on)
    notice = _last(facts, "extension_notice")
    if notice and not clock.extension_valid:
        yield Owed(f"extension:{ref}:{notice}", "extension_not_valid", notice)


def _last(facts: Collection[Known], *kinds: str) -> date | None:
    return max((fact.on for fact in facts if fact.kind in kinds), default=None)
