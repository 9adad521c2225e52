"""Asking somebody whether they were in care: again and again, kindly, and never taking “no” for the last word.

Plain Python. People are asked at many points and often by the wrong person in the wrong words, so each asking is kept
with its stage, who asked and how it was put (Care to Justice report, recommendation 2 and appendix 3: “re-visited at
different stages”; “HOW the question is asked”).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


class Status(StrEnum):
    """Where somebody stands. It is worked out from the askings and kept nowhere."""

    NEVER_ASKED = "never_asked"
    ASKED_NO = "asked_no"
    ASKED_UNSURE = "asked_unsure"
    DISCLOSED_PRIVATE = "disclosed_private"
    DISCLOSED_SHAREABLE = "disclosed_shareable"
    CONFIRMED_BY_AUTHORITY = "confirmed_by_authority"


# How the question was put. An id is never given other words: what was asked years ago must still be readable.
WORDINGS = {
    "looked_after_1": "Were you ever looked after by the council, even for a short time?",
    "lived_with_1": "When you were growing up, did you ever live with foster carers, in a children’s home, or with "
    "family because a social worker arranged it?",
    "social_worker_1": "Did you have a social worker when you were a child, and did you ever live away from your "
    "parents?",
    "adviser_1": "Do you have a personal adviser or a leaving care worker, or did you have one?",
    "peer_1": "I was in care myself. Is that something you know about too?",
    "care_leaver_1": "Are you a care leaver?",
    "own_words_1": "In other words",
}
STATUS_IN_WORDS = {
    Status.NEVER_ASKED: "Nobody has asked them yet",
    Status.ASKED_NO: "They said no. It is worth asking again.",
    Status.ASKED_UNSURE: "They are not sure, or would rather not say",
    Status.DISCLOSED_PRIVATE: "They were in care. It stays with us.",
    Status.DISCLOSED_SHAREABLE: "They were in care, and some others may be told",
    Status.CONFIRMED_BY_AUTHORITY: "They were in care, and a council has confirmed it",
}
# Longer than this is forgetting, not waiting.
LONGEST_WAIT = timedelta(days=366)


@dataclass(frozen=True)
class Asked:
    """One asking, as far as the status needs it."""

    answer: str
    shared: bool = False
    confirmed: bool = False


def status_of(history: Sequence[Asked]) -> Status:
    """`history` is oldest first. Once told, it stays told; whether it may be shared is for their last answer to say."""
    answered = [asked for asked in history if asked.answer != Answer.NOT_ASKED]
    if not answered:
        return Status.NEVER_ASKED
    told = [asked for asked in answered if asked.answer == Answer.YES]
    if any(asked.confirmed for asked in told):
        return Status.CONFIRMED_BY_AUTHORITY
    if told:
        last = answered[-1]
        shareable = last.answer == Answer.YES and last.shared
        return Status.DISCLOSED_SHAREABLE if shareable else Status.DISCLOSED_PRIVATE
    return Status.ASKED_NO if answered[-1].answer == Answer.NO else Status.ASKED_UNSURE


def problems(
    *,
    answer: str,
    asked_on: date,
    next_ask_on: date | None,
    shared: bool,
    confirmed: bool,
    today: date,
) -> dict[str, str]:
    """What is wrong with an asking, by the question; empty when nothing is."""
    wrong: dict[str, str] = {}
    if asked_on > today:
        wrong["asked_on"] = "The day cannot be in the future."
    if answer != Answer.YES:
        if next_ask_on is None:
            wrong["next_ask_on"] = "Say when to ask again. “No” is never the last word."
        if shared:
            wrong["share_scope"] = "Nobody can be told what they have not told us."
        if confirmed:
            wrong["confirmed_by"] = "Only a “yes” can be confirmed."
    if next_ask_on is not None and next_ask_on <= asked_on:
        wrong["next_ask_on"] = "The next time must be after this one."
    elif next_ask_on is not None and next_ask_on - asked_on > LONGEST_WAIT:
        wrong["next_ask_on"] = "Ask again within a year."
    return wrong
