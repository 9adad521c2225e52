"""Where the paper may go, as a table; every move has two names, and none of them is a peer mentor’s. Plain Python.

Source for discs: Prison Act 1952 section 40A(3) and (5): what holds images, sounds or information, and is made to be
used with a telephone, a camera or a recorder, is not brought into a prison without the governor’s leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

NOT_ARRIVED, OURS, PRISON, PERSON = "not_arrived", "with_programme_sealed", "with_prison", "with_person"
PROPERTY, LOST, DESTROYED = "in_stored_property", "lost", "destroyed_by_person"
KEPT = (OURS, PRISON, PERSON, "with_solicitor", "with_trusted", PROPERTY)
INSIDE = (PRISON, PERSON, PROPERTY)  # where a disc in a prison would be
# From each place, where it may go. To destroy it has a verb of its own: only the person does that.
MOVES: dict[str, frozenset[str]] = {
    NOT_ARRIVED: frozenset(KEPT),
    **{place: (frozenset(KEPT) | {"returned", LOST}) - {place} for place in KEPT},
    LOST: frozenset(KEPT) | {"returned"},  # found again
    "returned": frozenset(),
    DESTROYED: frozenset(),
}
# What a prison does by itself with what somebody has there, whether or not they agree.
OF_A_PRISON = (PRISON, PERSON, PROPERTY, NOT_ARRIVED, LOST)
# From the day they ask for it to be destroyed. They may shorten it, and nobody else may.
WAIT = timedelta(days=14)

DISC_IN_PRISON = (
    "In a prison a disc, a stick or a link needs the governor’s leave (Prison Act 1952, section 40A). Write the leave "
    "down on the request first, or ask the holder for paper."
)


@dataclass(frozen=True)
class Name:
    """One of the two names of a move: `words` as they are written down."""

    words: str
    is_person: bool = False
    is_mentor: bool = False


def why_not_names(giver: Name, taker: Name) -> list[str]:
    """Two people, known by name, neither of them a peer mentor."""
    reasons = []
    if not giver.words or not taker.words:
        reasons.append("Write down both names: who gave it, and who took it.")
    elif giver.words.casefold() == taker.words.casefold():
        reasons.append("These are two people: who gave it, and who took it.")
    if giver.is_mentor or taker.is_mentor:
        reasons.append("A peer mentor never carries, opens or keeps the papers. Choose a member of staff.")
    return reasons


def why_not_carrier(*, carrier: str, to: str, in_custody: bool, authorised: bool) -> list[str]:
    """Only paper goes into a prison, unless its governor has allowed something else."""
    if carrier != "paper" and in_custody and to in INSIDE and not authorised:
        return [DISC_IN_PRISON]
    return []


def why_not_move(
    *,
    frm: str,
    to: str,
    giver: Name,
    taker: Name,
    person_agreed: bool,
    signed_twice: bool,
    on: date,
    since: date,
    today: date,
    held_until: datetime | None,
) -> list[str]:
    """`since`: the day of the move before. `held_until`: the end of a safety hold that stands, in London."""
    if to not in MOVES[frm]:
        return ["It cannot go there from where it is now."]
    if to == LOST:
        return [] if since <= on <= today else ["The day lies between the last move and today."]
    reasons = why_not_names(giver, taker)
    if not since <= on <= today:
        reasons.append("The day lies between the last move and today.")
    if to == PERSON and not taker.is_person:
        reasons.append("If it goes to them, they are the one who takes it.")
    if not (frm in OF_A_PRISON and to in OF_A_PRISON):
        if not person_agreed:
            reasons.append("It is theirs: they decide where it goes. Ask them first.")
        if not signed_twice:
            reasons.append("Both sign the receipt: whoever gives it and whoever takes it.")
    if held_until is not None and frm == OURS and to == PERSON:
        reasons.append(f"Not before {held_until:%H:%M on %-d %B}: two of us agreed to wait. It ends by itself.")
    return reasons


def why_not_ask_to_destroy(*, place: str, asked_already: bool) -> list[str]:
    if place not in KEPT:
        return ["There is nothing here to destroy."]
    return ["They have asked for it already."] if asked_already else []


def why_not_destroy(*, place: str, destroy_after: date | None, giver: Name, witness: Name, today: date) -> list[str]:
    """By the person themselves, with somebody of ours who sees it done, after a wait that only they may shorten."""
    if place not in KEPT:
        return ["There is nothing here to destroy."]
    if destroy_after is None:
        return ["Only the person may ask for it to be destroyed, and they have not."]
    reasons = why_not_names(giver, witness)
    if not giver.is_person:
        reasons.append("They destroy it themselves. Nobody does it for them.")
    if today < destroy_after:
        reasons.append(f"Wait until {destroy_after:%-d %B %Y}, or they shorten the wait themselves.")
    return reasons


def places_from(frm: str) -> Sequence[str]:
    """Where it may go from there: with the person first, for it is theirs and they can have it today."""
    return sorted(MOVES[frm] - {LOST}, key=lambda place: (place != PERSON, place not in KEPT, place))
