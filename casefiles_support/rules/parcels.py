"""Papers that are announced and that come: by when somebody hears of it, and how long we keep them. Plain Python."""

from datetime import date, timedelta

from casefiles_support.rules.holding_moves import DISC_IN_PRISON, KEPT, OURS, PERSON
from law.working_days import next_working_day

# Our own keeping is looked at again with the person after so long (a default of the programme; no law says it).
KEEP = timedelta(days=28)
# Said to the person, as it was answered when the papers came.
OPENED = {
    "no": "Nobody has opened them.",
    "by_prison": "The prison has opened them. We asked, and that is what we were told.",
    "by_person": "You have opened them yourself.",
    "by_supporter": "Your supporter has opened them, as you wished.",
    "unknown": "We do not know whether anybody has opened them.",
}
TODAY = "You can have them today. They can also wait, as long as you like."


def tell_by(arrived_on: date) -> date:
    """The person hears of it on the day or on the next working day."""
    return next_working_day(arrived_on)


def why_not_announce(*, carrier: str, in_custody: bool, authorised: bool, on: date, today: date) -> list[str]:
    reasons = ["The day it was announced has not come yet."] if on > today else []
    if carrier != "paper" and in_custody and not authorised:
        reasons.append(DISC_IN_PRISON)
    return reasons


def why_not_arrive(
    *, place: str, opened: str, sealed: bool | None, reading_first: bool, on: date, announced_on: date | None,
    today: date,
) -> list[str]:  # fmt: skip
    """`reading_first`: the person chose that somebody of ours opens it. What a prison did is never refused."""
    reasons = []
    if place not in KEPT:
        reasons.append("Say where it is now.")
    if on > today:
        reasons.append("That day has not come yet.")
    elif announced_on is not None and on < announced_on:
        reasons.append("That is before it was announced. Check the day.")
    if opened not in OPENED:
        reasons.append("Say honestly whether it was opened. “We do not know” is an answer too.")
    if opened == "no" and sealed is False:
        reasons.append("It is not sealed, so we cannot say that nobody opened it.")
    if opened == "by_supporter" and not reading_first:
        reasons.append("Only if they wished it may a supporter open it. Write their choice down first.")
    return reasons


def why_not_tell(*, arrived: date | None, told: bool, on: date, today: date) -> list[str]:
    if arrived is None:
        return ["It has not come yet."]
    if told:
        return ["They have been told already."]
    return [] if arrived <= on <= today else ["The day lies between the day it came and today."]


def why_not_review(*, place: str, on: date, today: date) -> list[str]:
    if place != OURS:
        return ["We are not keeping it."]
    return ["That day has not come yet."] if on > today else []


def words_of_telling(opened: str) -> str:
    """What to say to the person, honestly and gently."""
    return f"Your papers are here. {OPENED[opened]} {TODAY}"


def knows_already(place: str) -> bool:
    """Whoever has it in their hands need not be told that it came."""
    return place == PERSON
