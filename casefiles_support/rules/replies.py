"""What a holder wrote or said, as one of a list: what it tells the clock, and which letter comes next. Where the
request then stands is what its facts say (rules/facts.py).

We write down which of these it was and on what day, and never keep the letter.
"""

from dataclasses import dataclass
from datetime import date

OPEN = frozenset({"sent", "running", "waiting_for_proof", "paused", "part_answered"})
# An answer is an answer, whatever the holder had asked before it.
TO_ANSWER = frozenset({"sent", "running", "waiting_for_proof", "paused", "part_answered"})


@dataclass(frozen=True)
class Kind:
    """`fact` is what it tells the clock, "" where it tells it nothing. It can come while the request stands in `frm`,
    and mostly leads `to` another state. `letters` may come next, the likeliest first. `says` is what it means, plainly.
    """

    words: str
    says: str
    fact: str = ""
    to: str = ""
    frm: frozenset[str] = OPEN
    letters: tuple[str, ...] = ()
    wants_reason: bool = False
    answers: bool = False


STOPPED = "stopped"
KINDS: dict[str, Kind] = {
    "received": Kind(
        "They have the letter", "Their time is counted from the day on which they had it.",
        "received", "running", frozenset({"sent", "running", "waiting_for_proof"})),
    "proof_asked": Kind(
        "They ask for proof of who you are", "Their time starts on the day when they have the proof.",
        "id_asked", "waiting_for_proof", frozenset({"sent", "running", "waiting_for_proof"}), ("identity",)),
    "permission_asked": Kind(
        "They ask for your signed permission", "Their time starts on the day when they have it.",
        "authority_asked", "waiting_for_proof", frozenset({"sent", "running", "waiting_for_proof"}), ("authority",)),
    "fee_asked": Kind(
        "They ask for money", "Asking is free, save in very rare cases. Ask them why before anything is paid.",
        "fee_asked", "waiting_for_proof", frozenset({"sent", "running", "waiting_for_proof"})),
    "proof_came": Kind(
        "They have the proof", "A new month starts on that day.", "id_received", "running",
        frozenset({"waiting_for_proof"})),
    "permission_came": Kind(
        "They have the signed permission", "A new month starts on that day.", "authority_received", "running",
        frozenset({"waiting_for_proof"})),
    "question": Kind(
        "They ask what you would like to see", "Their time stands still until they have your answer. Answer soon: they "
        "may stop the request if nobody does.", "clarification_asked", "paused",
        frozenset({"running", "part_answered"}), ("clarification",)),
    "how_to_send": Kind(
        "They ask how you would like to get it", "We think that their time goes on. This letter answers.",
        letters=("delivery",)),
    "answer_came": Kind(
        "They have our answer to their question", "Their time goes on from that day.", "clarification_answered",
        "running", frozenset({"paused"})),
    "more_time": Kind(
        "They need two more months, and say why", "It counts if they said so in the first month.", "extension_notice",
        frm=frozenset({"running", "paused", "part_answered"}), wants_reason=True),
    "more_time_no_reason": Kind(
        "They need two more months, and do not say why", "Without a reason it does not count.", "extension_notice",
        frm=frozenset({"running", "paused", "part_answered"}), letters=("extension",)),
    "not_yet": Kind(
        "They say that it takes longer, and no more than that", "Nothing changes. Their time goes on.",
        letters=("progress", "late")),
    "part": Kind(
        "Part of it came", "Their time goes on for the rest.", "partial_reply", "part_answered",
        frozenset({"running", "paused", "part_answered"}), ("covered", "missing")),
    "all": Kind(
        "All of it came, or is coming", "They have answered. You can still ask about what is covered or missing.",
        "full_reply", "answered", TO_ANSWER, ("covered", "missing", "correction", "thanks"), answers=True),
    "nothing": Kind(
        "They found nothing",
        "That does not mean that it did not happen. We can ask where they looked, and ask others.",
        "no_records", "none_found", TO_ANSWER, ("nothing_found",), answers=True),
    "not_ours": Kind(
        "They say that somebody else has it", "Ask them who. We can write to whoever that is.", "no_records",
        "none_found", TO_ANSWER, ("nothing_found",), answers=True),
    "no": Kind(
        "They said no, and why", "You can complain to them, and then to the regulator.", "refusal", "refused",
        TO_ANSWER, ("complaint",), wants_reason=True, answers=True),
    "no_without_reason": Kind(
        "They said no, and not why", "They have to say why, and how you can complain.", "refusal", "refused",
        TO_ANSWER, ("complaint",), answers=True),
    "passed_on": Kind(
        "They passed it on to another holder", "Their own time has ended. The other holder’s time starts anew, so it "
        "gets a request of its own.", "transferred", "passed_on", TO_ANSWER),
    STOPPED: Kind(
        "They stopped it, since nobody answered their question", "You can ask again. What happened before is kept.",
        to="lapsed", frm=frozenset({"paused"}), letters=("complaint",)),
}  # fmt: skip


def offered(state: str) -> list[str]:
    """Which of the list can have come, where the request stands."""
    return [slug for slug, kind in KINDS.items() if state in kind.frm]


def why_not_write_down(
    *, kind: str, state: str, on: date, today: date, sent_on: date | None, reason: str = "", due: date | None = None
) -> list[str]:
    """`due` is by the later reading. What is asked after it has passed is written down; it changes no day."""
    if kind not in KINDS:
        return ["Choose what came."]
    found, reasons = KINDS[kind], []
    if state not in found.frm:
        reasons.append("That does not fit where the request stands now.")
    if on > today:
        reasons.append("The day cannot be in the future.")
    if sent_on and on < sent_on:
        reasons.append("The day is before the letter was sent.")
    if found.wants_reason and not reason.strip():
        reasons.append("Write the reason that they gave, in a few words.")
    return reasons
