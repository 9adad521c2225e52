"""Who may stand beside somebody: trained, free, and with nothing between the two. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

STAFF = ("practitioner", "back_up", "advocate", "interpreter")
# Who may read the journey: the two without whom nobody begins to read.
IN_CHARGE = ("practitioner", "back_up")
# How long before training runs out somebody is told.
SOON = timedelta(days=30)
# Said alike whatever stands between them: why is known to their coordinator or to the safeguarding lead alone.
NOT_NOW = "They cannot be beside this person just now. Their coordinator can tell you more."
CONFLICT = (
    "They are no family of this person, never worked for whoever holds the records, and are not in the records "
    "as far as they know."
)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What is known of them on one day. `hindered`: a gate of mentoring, a wall between the two, or a day away.
    `beside`: the roles they have on this journey already.
    """

    is_person: bool
    works_here: bool
    trained: bool
    hindered: bool
    beside: Sequence[str] = ()


def why_not_beside(candidate: Candidate, *, role: str, no_conflict: bool) -> list[str]:
    """Why they may not be this person’s supporter on that day; empty where they may."""
    if candidate.is_person:
        return ["Nobody supports themselves."]
    reasons = []
    if not candidate.works_here:
        reasons.append("They do not support people with their records here.")
    if not candidate.trained:
        reasons.append("Their training for this is not in date.")
    if candidate.hindered:
        reasons.append(NOT_NOW)
    if role in IN_CHARGE and any(other in IN_CHARGE for other in candidate.beside if other != role):
        reasons.append("The practitioner and whoever steps in for them are two people.")
    if not no_conflict:
        reasons.append(
            "Ask whether anything stands between them first: family, former work, or a place in the records."
        )
    return reasons


def why_not_agree(*, on: date, named_on: date, today: date, ended: bool) -> list[str]:
    """The person’s yes is for somebody who has been named."""
    if ended:
        return ["They are not beside this person any more. Name them again first."]
    if not named_on <= on <= today:
        return ["The day they said yes lies between the day of the naming and today."]
    return []


def why_not_step_in(*, role: str, agreed: bool, ended: bool, stepped_in: bool, because: str) -> list[str]:
    """Only whom the person said yes to, with a reason."""
    if role != "back_up" or not agreed or ended:
        return ["Only the one whom the person agreed to may step in."]
    if stepped_in:
        return ["They have stepped in already."]
    return [] if because.strip() else ["Say why you step in. The person is told."]


def why_not_read(*, practitioner: bool, back_up: bool) -> list[str]:
    """What must stand before we give a time to read: both agreed to, and trained on the day."""
    reasons = []
    if not practitioner:
        reasons.append("Nobody who is trained and agreed to is beside them.")
    if not back_up:
        reasons.append("There is nobody yet who steps in: trained, and agreed to.")
    return reasons
