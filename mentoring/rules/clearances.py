"""The steps to a prison's clearance, in plain Python.

Source of the lived experience route: HMPPS, Risk Assessed Access for Personnel with Lived Experience of the Criminal
Justice System Policy Framework, from 1 April 2026. Governors keep their own judgement.
"""

from datetime import date, timedelta
from enum import StrEnum


class Step(StrEnum):
    NOT_APPLIED = "not_applied"
    APPLIED = "applied"
    STANDARD_REFUSED = "standard_refused"
    LEAP_SUBMITTED = "leap_submitted"
    GRANTED = "granted"
    REFUSED = "refused"
    APPEALED = "appealed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn_by_establishment"


# Where each step may be come to from. A refusal is never the end: there is LEAP, an appeal, and asking again.
FROM: dict[str, frozenset[str]] = {
    Step.APPLIED: frozenset({Step.NOT_APPLIED, Step.REFUSED, Step.EXPIRED, Step.WITHDRAWN}),
    Step.STANDARD_REFUSED: frozenset({Step.APPLIED}),
    Step.LEAP_SUBMITTED: frozenset({Step.STANDARD_REFUSED}),
    Step.GRANTED: frozenset({Step.APPLIED, Step.LEAP_SUBMITTED, Step.APPEALED, Step.GRANTED}),
    Step.REFUSED: frozenset({Step.APPLIED, Step.LEAP_SUBMITTED, Step.APPEALED, Step.STANDARD_REFUSED}),
    Step.APPEALED: frozenset({Step.STANDARD_REFUSED, Step.REFUSED, Step.WITHDRAWN}),
    Step.EXPIRED: frozenset({Step.GRANTED}),
    Step.WITHDRAWN: frozenset({Step.GRANTED}),
}
SAYS_WHY = frozenset({Step.STANDARD_REFUSED, Step.REFUSED, Step.WITHDRAWN})
# The clock's own step.
BY_ITSELF = frozenset({Step.EXPIRED})
# A meeting inside for a day without clearance is asked about this long before.
ASKED_AHEAD = timedelta(days=30)
LONGEST = timedelta(days=5 * 366)


def next_steps(status: str) -> list[str]:
    """Where somebody may take it from here, in the order of the list above."""
    return [str(to) for to, frm in FROM.items() if status in frm and to not in BY_ITSELF]


def why_not_step(
    *, frm: str, to: str, reason: str, words: str, valid_from: date | None, valid_until: date | None
) -> list[str]:
    if frm not in FROM.get(to, ()):
        return ["That is not a next step from where it stands now."]
    reasons = []
    if to in SAYS_WHY and not (reason and words.strip()):
        reasons.append("Say why, in the words that the person will be given. Nobody is turned away without a reason.")
    if to == Step.GRANTED:
        reasons += _why_not_these_days(valid_from, valid_until)
    return reasons


def _why_not_these_days(valid_from: date | None, valid_until: date | None) -> list[str]:
    if valid_from is None or valid_until is None:
        return ["Enter from when and until when the prison lets them in."]
    if valid_until < valid_from:
        return ["It cannot run out before it begins."]
    return ["A clearance lasts five years at most. Check the dates."] if valid_until - valid_from > LONGEST else []
