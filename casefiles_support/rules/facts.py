"""What the facts of a request say of where it stands: the same, in whatever order they were written down."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from casefiles_support.rules.requests import ANSWERS, BY_FACT, MOVES, PREPARING, UNDER_WAY
from law.access_facts import NEEDED

POST = ("handed_in", "posted")
MISTAKE = "mistake"
# What the holder itself did: the day of its last word is counted from these.
FROM_HOLDER = frozenset(
    {"id_asked", "authority_asked", "fee_asked", "clarification_asked", "extension_notice", "partial_reply",
     "full_reply", "refusal", "no_records", "transferred"}
)  # fmt: skip
ANSWER_STATES = {"full_reply": "answered", "refusal": "refused", "no_records": "none_found"}
# Facts say where these stand. The others end by a choice: of the person, of a holder, of a regulator.
BY_FACTS = UNDER_WAY | ANSWERS | {"passed_on"}
NOT_SENT = "It has not been sent yet. Write down first that it was."


@dataclass(frozen=True)
class Known:
    """One standing fact as plain values."""

    kind: str
    on: date


def why_not_add(
    *, kind: str, on: date, basis: str, today: date, state: str, elsewhere: str, sent_on: date | None,
    puts_right: bool = False,
) -> list[str]:  # fmt: skip
    """Reasons against writing a fact down. `elsewhere`: where to ask instead, where this clock does not run at all."""
    if elsewhere:
        return [f"No time of this kind runs here. {elsewhere}"]
    if state in PREPARING and kind not in POST:
        return [NOT_SENT]
    if state == "closed":
        return ["This is closed. Open it again first."]
    reasons = [] if kind != MISTAKE or puts_right else ["Choose what happened."]
    if on > today:
        reasons.append("The day cannot be in the future.")
    if sent_on is not None and on < sent_on and kind not in (*POST, MISTAKE):
        reasons.append("The day is before it was sent.")
    if basis == "assumed" and kind in FROM_HOLDER:
        reasons.append("What they wrote or said is not a guess. Say how we know it.")
    return reasons


def why_not_put_right(*, because: str, already: bool) -> list[str]:
    reasons = ["This was put right already. Look at the newest one."] if already else []
    return reasons if because.strip() else [*reasons, "Say in a few words what was wrong."]


def stands(*, state: str, added: str, facts: Collection[Known], clock: str) -> str:
    """Where the request stands once `added` is written down. `clock` is the state of the law’s clock.

    A pause and what is still missing are read from that clock, which leaves out what came after the time had run out.
    """
    if state not in BY_FACTS:
        return _from_elsewhere(state, added)
    kinds = {fact.kind for fact in facts}
    if "transferred" in kinds:
        return "passed_on"
    if answer := _last_answer(facts):
        return answer
    if "partial_reply" in kinds:
        return "part_answered"
    if "received" not in kinds:
        return "waiting_for_proof" if still_asked(facts) else "sent"
    return {"not_started": "waiting_for_proof", "paused": "paused"}.get(clock, "running")


def _from_elsewhere(state: str, added: str) -> str:
    """Complained of, or stopped for want of an answer: only an answer brings it back."""
    name = BY_FACT.get(added, "")
    return MOVES[name].to if name and added in ANSWER_STATES and state in MOVES[name].frm else state


def _last_answer(facts: Iterable[Known]) -> str:
    """Several answers may come: nothing was found, and then it was. The newest counts, all of it before a no."""
    order = list(ANSWER_STATES)
    answers = [fact for fact in facts if fact.kind in ANSWER_STATES]
    last = max(answers, key=lambda one: (one.on, -order.index(one.kind)), default=None)
    return ANSWER_STATES[last.kind] if last else ""


def still_asked(facts: Iterable[Known]) -> list[str]:
    """What they asked for before the month begins, and do not have."""
    days = [(fact.kind, fact.on) for fact in facts]
    missing = []
    for asked, (came, _) in NEEDED.items():
        asks = [on for kind, on in days if kind == asked]
        if asks and not any(kind == came and on >= max(asks) for kind, on in days):
            missing.append(asked)
    return missing
