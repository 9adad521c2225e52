"""The way from interest to approval, in plain Python: what comes next, whose move it is, and what stands in the way."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.rules.gates import DBS, REFERENCES, RISK, Standing


class Stage(StrEnum):
    INTERESTED = "interested"
    INVITED = "invited"
    SUBMITTED = "submitted"
    INTERVIEWED = "interviewed"
    REFERENCES_IN = "references_in"
    CHECKS_IN_PROGRESS = "checks_in_progress"
    RISK_ASSESSED = "risk_assessed"
    TRAINING = "training"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"


ORDER = tuple(Stage)[:9]
UNDER_WAY = frozenset(ORDER[:8])
# The steps that a button takes; the others are taken by a form of their own.
BY_BUTTON = frozenset(
    {Stage.SUBMITTED, Stage.INTERVIEWED, Stage.REFERENCES_IN, Stage.CHECKS_IN_PROGRESS, Stage.RISK_ASSESSED}
)
FEWEST_WORDS = 3


@dataclass(frozen=True)
class Next:
    """`move` is whose turn it is, `todo` what staff read, `told` what the applicant reads."""

    move: str
    todo: str
    told: str


NEXT: dict[str, Next] = {
    Stage.INTERESTED: Next("us", "Talk to them, and ask them to apply", "You told us that you are interested."),
    Stage.INVITED: Next("them", "They fill in the application", "It is your turn: fill in your application."),
    Stage.SUBMITTED: Next("us", "Meet them, and write down the talk", "We have your application. We will meet soon."),
    Stage.INTERVIEWED: Next(
        "referees", "Two references, accepted", "We have met. Now we ask the people you named about you."
    ),
    Stage.REFERENCES_IN: Next("us", "Begin the checks", "Your references are in. Next come the checks."),
    Stage.CHECKS_IN_PROGRESS: Next(
        "us", "Decide on the DBS check, and sign the risk assessment twice", "We are doing the checks."
    ),
    Stage.RISK_ASSESSED: Next("us", "Begin the training", "The checks are done. Training comes next."),
    Stage.TRAINING: Next("them", "They finish the training; then approve them", "It is time for your training."),
    Stage.DEFERRED: Next("us", "Take it up again on the day", "This is put off for now. It is not a no."),
    Stage.APPROVED: Next("nobody", "They are a mentor", "You are a mentor. Welcome."),
    Stage.DECLINED: Next("nobody", "It was declined", "We said no this time. You can ask somebody to look again."),
    Stage.WITHDRAWN: Next("nobody", "They stepped back", "You stepped back. You can come again."),
}
WHOSE = {"us": "Ours", "them": "Theirs", "referees": "Their referees’", "nobody": "–"}


def next_stage(status: str) -> Stage | None:
    """The stage after this one; None at the end and beside the way."""
    if status not in UNDER_WAY:
        return None
    return ORDER[ORDER.index(Stage(status)) + 1]


def why_not_interested(*, name: str, email: str, phone: str, in_custody: bool) -> list[str]:
    reasons = [] if name.strip() else ["Tell us what you like to be called."]
    if not in_custody and not (email.strip() or phone.strip()):
        reasons.append("Give an email address or a telephone number, so that we can answer.")
    return reasons


def why_not_submit(*, why: str, told: str, convictions: str, referees: int) -> list[str]:
    reasons = [] if why.strip() else ["Tell us why you want to be a mentor. A few words are enough."]
    if told not in {"yes", "no"}:
        reasons.append("Tell us whether you have convictions. A yes is no bar.")
    if told == "yes" and not convictions.strip():
        reasons.append("Tell us about your convictions in your own words. You need to tell us only once.")
    if referees < REFERENCES:
        reasons.append("Name two people who know you, with a way to reach each.")
    return reasons


def why_not_advance(
    status: str, *, talked: bool, references: int, dbs: Standing, risk: Standing, supervised: bool
) -> list[str]:
    """What stands in the way of the next stage; approval asks the gates instead."""
    if status == Stage.SUBMITTED and not talked:
        return ["Meet them and write down the talk first."]
    if status == Stage.INTERVIEWED and references < REFERENCES:
        return ["Two accepted references are needed."]
    if status == Stage.CHECKS_IN_PROGRESS:
        return [words[standing] for words, standing in ((DBS, dbs), (RISK, risk)) if standing in words]
    if status == Stage.RISK_ASSESSED and not supervised:
        return ["Choose a supervisor before the training begins."]
    return [] if status in BY_BUTTON else ["That is not the next step from here."]


def why_not_stop(*, reason: str, words: str, look_again_on: date | None, today: date, until: bool) -> list[str]:
    """Declining, and with `until` putting off: nobody is turned away without a reason in words."""
    reasons = [] if reason else ["Choose the reason."]
    if len(words.split()) < FEWEST_WORDS:
        reasons.append("Say why, in words that the person will be given.")
    if until and (look_again_on is None or not today < look_again_on <= today + timedelta(days=731)):
        reasons.append("Choose the day on which you will look at it again, within two years.")
    return reasons


def why_not_hear_appeal(*, hearer: object, refuser: object, applicant: object, words: str) -> list[str]:
    reasons = []
    if hearer == refuser:
        reasons.append("Somebody else must look at this: you made the decision.")
    if applicant is not None and hearer == applicant:
        reasons.append("Nobody decides about themselves.")
    if len(words.split()) < FEWEST_WORDS:
        reasons.append("Say why, in words that the person will be given.")
    return reasons


def twins(*, same_names: bool, same_surname_given: bool, same_place: bool, same_reach: bool) -> str:
    """How much two applications look like one that came twice, as paper without a code may."""
    if same_reach:
        return "The same telephone number or email address"
    return "The same names" if same_names and (same_surname_given or same_place) else ""
