"""Where somebody is on their own way, and the steps from there: a table of plain words.

Nobody is ever refused here. What may not fit is a step of ours; pausing, “not now” and going on again fit everywhere.
Source: the support track of the model that care-experienced people and their supporters agreed for this programme.
"""

from dataclasses import dataclass
from datetime import date, timedelta

ON_THE_WAY = ("not_started", "talking", "planning", "waiting", "file_here", "reading", "after_care")
STILL = ("paused_by_person", "not_now")  # both know where they go back to
OPEN = (*ON_THE_WAY, "resting", *STILL)

# What is said to whoever pauses: the holder’s time does not stand still with theirs.
PAUSED = (
    "That’s fine. Nothing is lost. The council’s clock keeps going, so the papers may still come. "
    "Shall we keep them sealed and safe until you say?"
)
# When to ask again after “not now”, where they name no day, and the latest day that can be named.
ASK_AGAIN = timedelta(days=90)
LATEST = timedelta(days=366)


@dataclass(frozen=True)
class Move:
    """`words` for the button. `to` is empty where it goes back to where it was; `why_not` is said where it does not
    fit.
    """

    words: str
    frm: frozenset[str]
    to: str
    why_not: str


def _move(words: str, frm: tuple[str, ...], to: str, why_not: str) -> Move:
    return Move(words, frozenset(frm), to, why_not)


# Steps along the way, by where they lead.
STEPS: dict[str, Move] = {
    "talking": _move(
        "We talk it through", ("not_started", "planning"), "talking",
        "Talking it through comes before a plan; you can always talk."),
    "planning": _move(
        "We make a plan", ("talking", "waiting", "after_care", "resting"), "planning",
        "A plan comes after talking it through."),
    "waiting": _move(
        "A letter has gone", ("planning", "file_here", "after_care"), "waiting",
        "Nobody waits for records before there is a plan."),
    "file_here": _move(
        "The papers are here", ("planning", "waiting", "reading", "after_care", "resting"), "file_here",
        "Papers come once somebody has asked for them."),
    "reading": _move(
        "They have begun to read", ("file_here", "after_care", "resting"), "reading",
        "The papers are not here yet."),
    "after_care": _move(
        "They have read for now", ("reading",), "after_care", "They have not begun to read."),
    "resting": _move(
        "Let it rest", ("file_here", "reading", "after_care"), "resting",
        "There is nothing to lay down yet. Pause it, if they want to stop for now."),
}  # fmt: skip
# What the person may say in every state, and the two ends.
MOVES: dict[str, Move] = {
    "pause": _move("Pause", OPEN, "paused_by_person", "It is closed. It can be opened again."),
    "not_now": _move("Not now", OPEN, "not_now", "It is closed. It can be opened again."),
    "resume": _move("Go on", STILL, "", "It is not paused."),
    "close": _move("Close", OPEN, "closed", "It is closed already."),
    "reopen": _move("Open it again", ("closed",), "talking", "It is open."),
}


def why_not_step(*, to: str, status: str) -> list[str]:
    """Why a step does not fit where they are; empty where it does."""
    if to not in STEPS:
        return ["Choose a step from the list."]
    if status in STILL:
        return ["They have paused. Go on again first, when they want to."]
    if status == "closed":
        return ["It is closed. It can be opened again."]
    return [] if status in STEPS[to].frm else [STEPS[to].why_not]


def why_not(*, move: str, status: str) -> list[str]:
    """The same for what the person says and for the ends."""
    return [] if status in MOVES[move].frm else [MOVES[move].why_not]


def steps_from(status: str) -> list[str]:
    """Where it may go from here, in the order of the way."""
    return [to for to, move in STEPS.items() if status in move.frm]


def verbs_in(status: str) -> list[str]:
    """What may be said in this state."""
    return [verb for verb, move in MOVES.items() if status in move.frm]


def why_not_offer(*, in_private: bool, person_present: bool, on: date, today: date) -> list[str]:
    """It is asked of the person, alone, and written down once it has been asked."""
    reasons = []
    if not person_present:
        reasons.append("Ask the person themselves. Nobody can answer this for them.")
    if not in_private:
        reasons.append("Ask when nobody can overhear, and never at reception only. Then write down what they said.")
    if on > today:
        reasons.append("The day you asked cannot be in the future.")
    return reasons


def why_not_ask_again(*, review_on: date | None, on: date) -> list[str]:
    """“Not now” keeps the door open: the day to ask again lies ahead, and within a year."""
    if review_on is not None and not on < review_on <= on + LATEST:
        return ["Choose a day to ask again, after today and within a year."]
    return []


def why_not_close(*, follow_ups: int, requests: int, papers: int) -> list[str]:
    """`follow_ups` are those planned that the person did not decline; `papers`, parcels that we still keep for them."""
    reasons = []
    if follow_ups:
        reasons.append("We promised to ask how they are. Do that first, or write down that they do not want it.")
    if requests:
        reasons.append("A holder still has a request of theirs. Close it first, or write down that they stopped it.")
    if papers:
        reasons.append("We still keep papers for them. Settle with them where those go first.")
    return reasons
