"""Marking again when an answer key was wrong: a mark may rise and never falls, and each change is written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from training.rules.questions import Mark, Question, mark

# What may be done when a published question turns out wrong.
VOID = "void"  # everybody gets its points
REKEY = "rekey"  # marked again by the new key
KEEP = "keep"  # nothing changes for those who answered
RULES = {
    VOID: "Everybody gets the points of this question",
    REKEY: "Mark it again by the new answer; nobody loses a point",
    KEEP: "Leave what was marked as it is",
}


@dataclass(frozen=True)
class Again:
    """One answer, before and after."""

    before: Mark
    after: Mark

    @property
    def rose(self) -> bool:
        return self.after.points > self.before.points


def again(*, rule: str, before: Mark, given: Any, question: Question) -> Again:
    """`question` is the corrected one. `before` stays whenever marking again would give less."""
    if rule == KEEP:
        return Again(before, before)
    fresh = Mark(before.out_of, before.out_of) if rule == VOID else mark(question, given)
    better = Mark(min(fresh.points, before.out_of), before.out_of)
    return Again(before, better if better.points > before.points else before)


def why_not_regrade(*, rule: str, reason: str, rekeyed: Mapping[str, Any] | list[str], question: str) -> list[str]:
    reasons = [] if rule in RULES else ["Choose what to do with the answers that were given."]
    if not reason.strip():
        reasons.append("Say why, for whoever asks later.")
    if rule == REKEY and question not in rekeyed:
        reasons.append("The right answer of this question has not changed, so there is nothing to mark again.")
    return reasons
