"""What the programme promises at each stage, and how it is said. A promise binds us; it never tests the person.

HARD holds back a step of ours. OFFER is asked and answered before we go on: “no, thank you” is a whole answer. NUDGE is
only shown. “I want to go ahead anyway” answers every one of them, and needs nobody’s leave.
Nowhere is there a place for why somebody asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from casefiles_support.rules.checkpoint_words import ANSWERS, SAY, Question

MOST_WORDS = 300
ANSWERED = ("done", "not_now", "no_thanks", "went_ahead_anyway")


class Kind(StrEnum):
    HARD = "hard"
    OFFER = "offer"
    NUDGE = "nudge"


@dataclass(frozen=True)
class Stage:
    """`must` is what has to be true before we go on; `who` writes it down; `inside`, what custody adds."""

    title: str
    kind: Kind
    must: str
    who: str
    inside: str = ""
    say: str = ""
    answers: Mapping[str, Question] = field(default_factory=dict)


def _stage(code: str, title: str, kind: str, must: str, who: str, inside: str = "") -> Stage:
    return Stage(title, Kind(kind), must, who, inside, SAY.get(code, ""), ANSWERS.get(code, {}))


STAGES: dict[str, Stage] = {
    code: _stage(code, *said)
    for code, said in {
        "C0": ("Would you like to know about your files?", Kind.OFFER,
               "They know that it is their right, that it costs nothing and needs no reason, that “not now” keeps the "
               "door open, and what we keep and who sees it.", "Peer mentor or practitioner",
               "Asked in private, never at reception only, and never in front of an officer."),
        "C1": ("Talking it through", Kind.OFFER,
               "You talked about what they know already, what would be hard, what helps on a bad day, good and bad "
               "times of the year, and how they like to read. You said what cannot be kept secret.", "Practitioner",
               "Court, parole, a transfer, a release, a visit or an anniversary within four weeks is a busy time."),
        "C2": ("Your people", Kind.HARD,
               "One named person and one who steps in for them, both trained and agreed to; or “no supporter, thank "
               "you”.", "Practitioner, and the person says yes",
               "A peer mentor never handles the post and never holds the papers."),
        "C3": ("What to ask for, and whom", Kind.OFFER,
               "Everybody who may have records is listed. They chose how much to ask for, who opens it and where "
               "it goes.",
               "The person, with the practitioner", "On paper, unless a governor has allowed something else."),
        "C4": ("Ready to send", Kind.HARD,
               "They agreed to the letter and signed. Somebody else has checked the address.", "Practitioner",
               "Handed in, posted and received are three days."),
        "C5": ("While you wait", Kind.HARD,
               "Somebody is in touch at least every two weeks, even when nothing has happened.", "Practitioner",
               "It goes on after a transfer: handed over within two working days."),
        "C6": ("It is here", Kind.HARD,
               "They were told the same or the next working day. It is theirs: “you can have it today” is always "
               "possible.", "Practitioner", "Say honestly whether the prison opened it."),
        "C7": ("First look", Kind.OFFER,
               "They were asked who looks first. Gaps are named, and letters that ask about them are offered.",
               "Practitioner, only if the person wants that"),
        "C8": ("A plan for reading", Kind.HARD,
               "A day, a time and a quiet place; somebody to reach that evening and the day after; a stop word; "
               "something ordinary afterwards.", "The person and the practitioner",
               "Wing staff hear “private appointment”, and never why."),
        "C9": ("Reading", Kind.HARD, "Each time ends with asking how they are now, and where the pages sleep tonight.",
               "Whoever is there; or the person alone"),
        "C10": ("Afterwards", Kind.HARD,
                "They are asked how they are the same evening or the next day, after three days, two weeks and six "
                "weeks.", "Practitioner", "The first time by somebody on site, where we cannot get in."),
        "C11": ("Telling family", Kind.OFFER,
                "They were asked whom they would like to tell, what stays private, and whether they want help with it.",
                "Practitioner", "Calls are recorded, and the visits hall is not private."),
        "C12": ("Putting it right", Kind.OFFER,
                "They know what they can do: have it put right, add their words, complain, ask again, or leave it.",
                "The person"),
        "C13": ("Keeping or letting go", Kind.HARD, "They chose where the papers live, and two names are on each move.",
                "The person", "Papers travel with them, named only as “private papers”."),
        "C14": ("Looking back", Kind.OFFER, "They were asked what helped and what hurt, and whether we may quote them.",
                "The person"),
    }.items()
}  # fmt: skip
# What must be answered before a step of ours, by where it leads; and what each needs of supporters on the day.
BEFORE: dict[str, tuple[str, ...]] = {"planning": ("C1",), "waiting": ("C2", "C3"), "reading": ("C2", "C8")}


def missing(*, for_code: str, standing: Mapping[str, str], supporters: list[str]) -> list[str]:
    """What holds back our own part of a stage. `standing`: outcomes by stage; `supporters`: why nobody reads yet.

    Who said “no supporter, thank you”, or goes ahead anyway, is held back by nothing here.
    """
    free = {"went_ahead_anyway"}
    if for_code not in ("C8", "C9") or standing.get(for_code) in free or standing.get("C2") in {"no_thanks", *free}:
        return []
    return supporters


def unanswered(*, to: str, standing: Mapping[str, str]) -> list[str]:
    """What has not been asked yet before a step along the way."""
    return [
        f"Ask first: “{STAGES[code].title}”. Any answer will do."
        for code in BEFORE.get(to, ())
        if standing.get(code) not in ANSWERED
    ]


def why_not_record(
    *, code: str, outcome: str, on: date, today: date, words: str, answers: Mapping[str, Any],
    next_review_on: date | None,
) -> list[str]:  # fmt: skip
    if code not in STAGES:
        return ["Choose a stage from the list."]
    reasons = [] if outcome in ANSWERED else ["Choose what they said."]
    if on > today:
        reasons.append("The day cannot be in the future.")
    if len(words) > MOST_WORDS:
        reasons.append(f"Keep it short: at most {MOST_WORDS} characters. It is not the place for a whole story.")
    if not all(_known(STAGES[code].answers.get(name), values) for name, values in answers.items()):
        reasons.append("Choose from the answers in the list.")
    if next_review_on is not None and next_review_on <= on:
        reasons.append("The day to ask again comes after the day you asked.")
    return reasons


def in_words(code: str, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The short answers of a stage as pairs of question and answer."""
    asked = STAGES[code].answers
    return [
        (asked[name].words, "; ".join(asked[name].answers.get(value, "") for value in values))
        for name, values in answers.items()
        if name in asked and values
    ]


def _known(question: Question | None, values: Any) -> bool:
    return question is not None and isinstance(values, list) and set(values) <= set(question.answers)
