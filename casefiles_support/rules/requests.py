"""The legal track of a request as data: which move leads from where to where, and what stands against one.

Late, estimated, provisional and extended are no states: law/access_clock.py works them out from the facts. What the
facts say of the state is in rules/facts.py. Plain Python over plain values.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

PREPARING = frozenset({"drafting", "agreed", "ready"})
# The holder has it, or will.
UNDER_WAY = frozenset({"sent", "running", "waiting_for_proof", "paused", "part_answered"})
ANSWERS = frozenset({"answered", "none_found", "refused"})
DISPUTED = frozenset({"in_complaint", "with_ico"})
# Nothing more comes of these by themselves: another request to the same holder may be begun beside them.
OVER = frozenset({"lapsed", "passed_on", "withdrawn", "closed"})
EVERY_STATE = PREPARING | UNDER_WAY | ANSWERS | DISPUTED | OVER
BACK = "before"  # not a state: where a closed request goes back to


@dataclass(frozen=True)
class Move:
    """`fact` is a kind of fact that makes the move: it is made by writing that down. `words` say what happened, and
    `refuses` why it cannot, from anywhere else.
    """

    words: str
    frm: frozenset[str]
    to: str
    refuses: str
    fact: tuple[str, ...] = ()


TO_ANSWER = UNDER_WAY | {"in_complaint", "lapsed"}
WAITS = frozenset({"sent", "running", "waiting_for_proof"})
NOT_SENT_YET = "It has not been sent yet, or it is over."
MOVES: dict[str, Move] = {
    "agree": Move("They agreed to the letter", frozenset({"drafting"}), "agreed", "The letter is past that already."),
    "check": Move(
        "Somebody else checked the address", frozenset({"agreed"}), "ready", "First they agree to the letter."),
    "take_back": Move(
        "The letter was taken back", frozenset({"agreed", "ready"}), "drafting",
        "Only a letter that has not been sent can be taken back."),
    "send": Move("It was sent", frozenset({"ready"}), "sent", "It is not ready to send, or it was sent already."),
    "come_along": Move(
        "It came to them from another holder", frozenset({"drafting"}), "sent", "It was begun already."),
    "receive": Move(
        "They have it", frozenset({"sent"}), "running", NOT_SENT_YET, ("received",)),
    "ask_for_proof": Move(
        "They asked for proof", WAITS, "waiting_for_proof", NOT_SENT_YET, ("id_asked", "authority_asked", "fee_asked")),
    "proof_in": Move(
        "They have the proof", frozenset({"waiting_for_proof"}), "running", "They did not ask for any.",
        ("id_received", "authority_received", "fee_paid")),
    "ask_question": Move(
        "They asked a question", frozenset({"running"}), "paused", NOT_SENT_YET, ("clarification_asked",)),
    "answer_question": Move(
        "They have the answer", frozenset({"paused"}), "running", "They did not ask anything.",
        ("clarification_answered",)),
    "lapse": Move(
        "They stopped, since nobody answered", frozenset({"paused"}), "lapsed",
        "Only a request that waits for an answer of ours can be stopped by them."),
    "part": Move(
        "Part of it came", frozenset({"running", "paused"}), "part_answered", NOT_SENT_YET, ("partial_reply",)),
    "answer": Move("All of it came", TO_ANSWER, "answered", NOT_SENT_YET, ("full_reply",)),
    "find_nothing": Move("They found nothing", TO_ANSWER, "none_found", NOT_SENT_YET, ("no_records",)),
    "refuse": Move("They said no", TO_ANSWER, "refused", NOT_SENT_YET, ("refusal",)),
    "pass_on": Move("They passed it on to another holder", UNDER_WAY, "passed_on", NOT_SENT_YET, ("transferred",)),
    "complain": Move(
        "We complained to them", ANSWERS | {"part_answered", "lapsed", "running"}, "in_complaint",
        "There is nothing to complain about yet, or the complaint is made."),
    "go_to_regulator": Move(
        "The regulator was asked", frozenset({"in_complaint", "refused"}), "with_ico", "First complain to the holder."),
    "withdraw": Move("They stopped it", PREPARING | UNDER_WAY | ANSWERS | DISPUTED | {"lapsed", "passed_on"},
        "withdrawn", "They have stopped it already, or it is closed."),
    "close": Move("It was closed", ANSWERS | {"withdrawn", "lapsed", "passed_on", "with_ico"}, "closed",
        "It is not over yet. They can stop it at any time."),
    "reopen": Move("It was opened again", frozenset({"closed"}), BACK, "It is open."),
}  # fmt: skip
# By the fact that makes it.
BY_FACT = {kind: name for name, one in MOVES.items() for kind in one.fact}


@dataclass(frozen=True)
class Around:
    """What a move may hang on beside the state. `late` is by the later reading, and never on an assumed day.

    `complaint_waited`: the thirty days to say that they have our complaint are over. `told`, `offered`: the person
    knows how it ended, and what they can do next. `unplanned`: they read, and nobody has planned to ask how they are.
    """

    late: bool = False
    complained: bool = False
    complaint_waited: bool = False
    complaint_answered: bool = False
    regulator_answered: bool = False
    told: bool = False
    offered: bool = False
    untold: bool = False
    unplanned: bool = False


def why_not(move: str, state: str, around: Around | None = None) -> list[str]:
    """Reasons against a move from a state; KeyError for a move that there is not."""
    found, seen = MOVES[move], around or Around()
    if state not in found.frm:
        return [found.refuses]
    if move == "complain" and state == "running" and not seen.late:
        return ["They still have time. You can complain once it has run out, or once they have answered."]
    if move == "go_to_regulator":
        return _why_not_regulator(seen)
    return _why_not_close(state, seen) if move == "close" else []


def _why_not_regulator(seen: Around) -> list[str]:
    if not seen.complained:
        return ["The regulator asks you to complain to the holder first."]
    if not (seen.complaint_answered or seen.complaint_waited):
        return ["They have thirty days to say that they have the complaint. Wait for an answer, or for that day."]
    return []


def _why_not_close(state: str, seen: Around) -> list[str]:
    reasons = []
    if state == "with_ico" and not seen.regulator_answered:
        reasons.append("The regulator has not answered yet.")
    if seen.untold:
        reasons.append("Papers have come that they have not been told of. Tell them first.")
    if not seen.told:
        reasons.append("Tell them how it ended first.")
    if not seen.offered:
        reasons.append("Offer them what they can do next first: saying no is an answer too.")
    if seen.unplanned:
        reasons.append("They have read, and nobody has planned to ask how they are. Plan that first.")
    return reasons


def possible(state: str) -> list[str]:
    """The moves that lead on from a state, in the order of the table."""
    return [name for name, one in MOVES.items() if state in one.frm]


def goes_to(move: str, before: str = "") -> str:
    """Where it leads. `before` is the state in which a closed request was."""
    to = MOVES[move].to
    return before if to == BACK else to


def why_not_format(*, form: str, in_custody: bool, authorised_on: date | None, on: date) -> list[str]:
    """In custody it is paper. Prison Act 1952 s.40A: what stores words or pictures needs the governor’s leave."""
    if form == "paper" or not in_custody:
        return []
    if authorised_on is None:
        return ["In prison it has to be paper. For anything else the governor has to allow it first, in writing."]
    return ["The day on which the governor allowed it has not come yet."] if authorised_on > on else []


def why_not_years(*, years_from: int | None, years_to: int | None, on: date) -> list[str]:
    """Rough years are enough, and none are fine."""
    reasons = []
    if any(year is not None and not 1900 <= year <= on.year for year in (years_from, years_to)):
        reasons.append(f"Write a year between 1900 and {on.year}.")
    if years_from and years_to and years_to < years_from:
        reasons.append("The second year is before the first.")
    return reasons


def why_not_begin(
    *, journey_open: bool, elsewhere: str, holder_closed: bool, successor: str, states_there: Iterable[str]
) -> list[str]:
    """`elsewhere`: where to ask instead, "" where this right reaches. `states_there`: of those to the same holder."""
    if not journey_open:
        return ["This is closed. Open it again first."]
    if elsewhere:
        return [elsewhere]
    if holder_closed:
        now = f" {successor} has its records now: choose that." if successor else ""
        return [f"This holder is no longer there.{now}"]
    if any(state not in OVER for state in states_there):
        return ["There is a request to this holder already. It has to end before there is another."]
    return []
