"""Who counts as being in custody, who may be phoned, and which moves make sense. Plain Python.

Sources: Prison Act 1952 sections 40A to 40D (telephones are List B articles; a text can reach the person outside who
sends it); PSI 49/2011 on prisoners' communications; the test vectors S1 to S9 of the field's reference.
"""

from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    CUSTODY = "custody"
    COMMUNITY = "community"
    APPROVED_PREMISES = "approved_premises"
    HOSPITAL = "hospital"
    UNKNOWN = "unknown"


class LegalState(StrEnum):
    REMAND = "remand"
    SENTENCED = "sentenced"
    RECALLED = "recalled"
    ROTL = "rotl"
    LICENCE = "licence"
    NONE = "none"


# Held by the state wherever they sleep tonight: on temporary release and in a secure hospital too.
HELD_STATES = frozenset({LegalState.REMAND, LegalState.SENTENCED, LegalState.RECALLED, LegalState.ROTL})
# The kinds of place where somebody can be held. Unknown is one: a recalled person may be anywhere between two prisons.
HELD = frozenset({Kind.CUSTODY, Kind.HOSPITAL, Kind.UNKNOWN})


def is_in_custody(kind: str, legal_state: str) -> bool:
    """Prison, remand, recall, temporary release (ROTL) and secure hospital all count as custody."""
    return kind == Kind.CUSTODY or legal_state in HELD_STATES


def may_be_phoned(
    *,
    kind: str | None,
    legal_state: str | None,
    released_on: date | None,
    verified_on: date | None,
    safe_to_use: bool,
    opted_in: bool,
) -> list[str]:
    """Why this person may not be phoned, texted or e-mailed now; an empty list when they may.

    Ask again at the moment of sending, with the location as it is then. `kind` is None where no location was ever
    recorded; `released_on` is the day they last left custody, None if they were never in it. Holds for a mentor who is
    a serving prisoner as for anybody else.
    """
    if kind is not None and is_in_custody(kind, legal_state or LegalState.NONE):
        return ["They are in custody, where a telephone is not allowed."]
    reasons = []
    if kind is None or kind == Kind.UNKNOWN:
        reasons.append("We do not know where they are, so the telephone may not be safe.")
    if verified_on is None:
        reasons.append("Nobody has checked that this number is still theirs.")
    elif released_on is not None and verified_on < released_on:
        reasons.append("They have left custody since this number was last checked. Check it with them again first.")
    if not safe_to_use:
        reasons.append("They have not said that this number is safe to use.")
    if not opted_in:
        reasons.append("They have not asked for messages.")
    return reasons


def may_move(
    *,
    kind: str,
    legal_state: str,
    has_establishment: bool,
    note: str,
    started_on: date,
    today: date,
    current_started_on: date | None,
    expected_release_on: date | None,
) -> dict[str, str]:
    """Why this move cannot be recorded, by the question whose answer does not fit; empty when it can."""
    wrong: dict[str, str] = {}
    if legal_state in HELD_STATES and kind not in HELD:
        wrong["legal_state"] = "Somebody on remand, serving a sentence, recalled or on ROTL counts as in custody."
    if kind == Kind.CUSTODY and legal_state == LegalState.LICENCE:
        wrong["legal_state"] = "Somebody on licence is in the community. If they are back in prison, choose “recalled”."
    if kind == Kind.CUSTODY and not has_establishment and not note:
        wrong["establishment"] = "Choose the prison, or say below what you know about which prison it is."
    if kind not in HELD and has_establishment:
        wrong["establishment"] = "Choose a prison only for somebody who is in custody."
    if current_started_on is not None and started_on < current_started_on:
        wrong["started_on"] = "They were already somewhere else after that date. Check the date."
    if started_on > today:
        wrong["started_on"] = "The date they moved cannot be in the future."
    if expected_release_on is not None and expected_release_on < started_on:
        wrong["expected_release_on"] = "The release date cannot be before the day they arrived."
    return wrong
