"""What makes a referral, and what is said about it, in plain Python."""

from datetime import date, timedelta

KEPT_UNSENT = timedelta(days=30)
# So many working days one may lie before the programme managers are told.
TAKEN_WITHIN = 3

# What whoever asked for somebody is told: how far it has come, and nothing else.
HOW_FAR = {
    "draft": "Not sent yet",
    "permission_recorded": "Not sent yet",
    "submitted": "We have it",
    "triage": "We are looking at it",
    "accepted": "They are on our list",
    "waiting": "They are on our list",
    "declined": "We could not take it on",
    "matched": "They have a mentor",
    "closed": "It is closed",
}

# For each reason to say no: kind words and what else may help, to begin from.
GENTLY = {
    "not_in_care": (
        "Our mentors are for people who spent time in care, at any age. It is not about anything that was done wrong.",
        "The prison’s chaplaincy or the local advice centre can say who gives mentors to everybody.",
    ),
    "not_wanted": (
        "It is their own choice, and it can change. They are welcome whenever they want to ask again.",
        "The helpline on our pages is there in the meantime.",
    ),
    "no_mentor_near": (
        "We have nobody near them yet. We are sorry: it is about us, not about them.",
        "Their personal adviser or leaving care team can help now. Ask us again in three months.",
    ),
    "not_safe": (
        "We cannot do this well enough just now. We would rather say so than let somebody down.",
        "Their key worker or probation practitioner can say what is on offer where they are.",
    ),
    "somebody_else": (
        "Somebody else can help better with what was asked for.",
        "Write here who that is and how to reach them.",
    ),
    "no_answer": (
        "We tried to reach them and could not. Nobody is in trouble for it.",
        "They can ask again at any time, on our pages or on paper.",
    ),
    "known_already": (
        "Somebody asked us before you, so there is nothing more to do. Thank you for thinking of them.",
        "They can ask us themselves how far it has come.",
    ),
}

# Why one comes to its end.
CLOSED_BECAUSE = frozenset({"mentoring_ended", "not_wanted", "no_answer", "moved_away", "other"})


def how_far(status: str) -> str:
    return HOW_FAR[status]


def why_not_agreed(*, how: str, agreed_on: date | None, today: date, source: str) -> list[str]:
    """Nobody is put forward behind their back. Somebody who asks for themselves has agreed by asking."""
    if not how or agreed_on is None:
        return ["Ask them first. Then say how and when they agreed."]
    reasons = []
    if agreed_on > today:
        reasons.append("The day they agreed cannot be in the future.")
    if how == "own" and source != "self":
        reasons.append("Say how they told you.")
    return reasons


def may_be_let_go(*, made_on: date, today: date) -> bool:
    """One that was never sent is kept for thirty days."""
    return today - made_on > KEPT_UNSENT


def why_not_decline(*, reason: str, kind_words: str, what_else: str) -> list[str]:
    wrong = [] if reason in GENTLY else ["Choose why."]
    if not kind_words:
        wrong.append("Write a few kind words.")
    if not what_else:
        wrong.append("Say what else may help them.")
    return wrong


def why_not_close(*, reason: str) -> list[str]:
    return [] if reason in CLOSED_BECAUSE else ["Choose why it is closed."]


def matches_of(*, same_number: bool, same_surname: bool, same_birthday: bool) -> str:
    """How much a record looks like the person who was put forward; "" where it is no more than a common surname."""
    if same_number:
        return "The same number"
    if same_surname and same_birthday:
        return "The same surname and date of birth"
    return "The same surname" if same_surname else ""


def twins(*, same_number: bool, same_surname: bool, same_birthday: bool, same_first_name: bool) -> str:
    """How much two referrals look like one that came twice, as paper without a code may; "" where it is no more than a
    common surname.
    """
    if same_number:
        return "The same number"
    if same_surname and same_birthday:
        return "The same surname and date of birth"
    return "The same names" if same_surname and same_first_name else ""


def task_of(ref: str) -> str:
    """The occasion by which teams are asked to take somebody."""
    return f"referral:{ref}:take"


def late_task_of(ref: str) -> str:
    return f"referral:{ref}:nobody"
