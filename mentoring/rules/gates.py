"""What must be in place before somebody mentors, in plain Python. Every reason is a sentence.

A DBS check is not a prison's clearance, and neither implies the other. Both are asked on the day in question.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

REFERENCES = 2


class Standing(StrEnum):
    """How one piece of evidence stands on one day."""

    MISSING = "missing"
    WAITING = "waiting"
    REFUSED = "refused"
    LAPSED = "lapsed"
    FINE = "fine"


DBS = {
    Standing.MISSING: "Nobody has decided yet whether the role needs a DBS check.",
    Standing.WAITING: "The DBS check has been asked for and is not decided.",
    Standing.REFUSED: "The decision on the DBS check was that they may not mentor.",
    Standing.LAPSED: "The DBS check is due to be looked at again.",
}
RISK = {
    Standing.MISSING: "There is no risk assessment.",
    Standing.WAITING: "The risk assessment needs a second signature, from somebody else.",
    Standing.REFUSED: "The risk assessment says not now.",
    Standing.LAPSED: "The risk assessment is due to be looked at again.",
}


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What a mentor's file holds on one day. `missing` and `run_out` are titles of mandatory modules."""

    references: int
    dbs: Standing
    risk: Standing
    missing: Sequence[str]
    run_out: Sequence[str]
    supervised: bool


def why_not_mentor(evidence: Evidence) -> list[str]:
    """Reasons why somebody may not mentor anybody yet; empty when they may."""
    reasons = []
    if evidence.references < REFERENCES:
        reasons.append(f"Two accepted references are needed. There {_counted(evidence.references)}.")
    reasons += [words[standing] for words, standing in _checks(evidence) if standing in words]
    if evidence.missing:
        reasons.append(f"Training is not finished: {', '.join(evidence.missing)}.")
    if evidence.run_out:
        reasons.append(f"Training has run out: {', '.join(evidence.run_out)}.")
    if not evidence.supervised:
        reasons.append("They have no supervisor yet.")
    return reasons


def why_not_inside(standing: Standing, *, place: str, on: date) -> list[str]:
    """Reasons why somebody may not go into a prison on a day."""
    day = f"{on.day} {on:%B %Y}"
    words = {
        Standing.MISSING: f"They have no clearance for {place}.",
        Standing.WAITING: f"{place} has not decided on their clearance yet.",
        Standing.REFUSED: f"They are not cleared for {place}.",
        Standing.LAPSED: f"Their clearance for {place} is not valid on {day}.",
    }
    return [words[standing]] if standing in words else []


def what_lapsed(evidence: Evidence) -> list[str]:
    """Of the reasons above those for which a match that is under way waits: all but a module that was never done.

    Everything was in place when it began, so whatever is lacking now was taken back or ran out. Only the list of
    modules can grow meanwhile, and a new one must not part everybody overnight.
    """
    return why_not_mentor(replace(evidence, missing=()))


def _checks(evidence: Evidence) -> list[tuple[dict[Standing, str], Standing]]:
    return [(DBS, evidence.dbs), (RISK, evidence.risk)]


def _counted(references: int) -> str:
    return "is 1" if references == 1 else f"are {references}" if references else "is none"
